import { useSyncExternalStore } from "react";

/** A value that screens follow. Its owner alone changes it. */
export class Store<State> {
  private readonly followers = new Set<() => void>();

  constructor(private value: State) {}

  get state(): State {
    return this.value;
  }

  follow = (changed: () => void): (() => void) => {
    this.followers.add(changed);
    return () => this.followers.delete(changed);
  };

  protected set(value: State): void {
    this.value = value;
    for (const changed of this.followers) changed();
  }
}

export function useStore<State>(store: Store<State>): State {
  return useSyncExternalStore(store.follow, () => store.state);
}
