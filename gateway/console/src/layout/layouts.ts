import type { SerializedDockview } from "dockview-react";
import { Store } from "../time/store";
import { isPreset, presets } from "./presets";

export interface LayoutsState {
  /** Name of the arrangement on this window, as in its address. */
  current: string;
  /** Names that this person can choose: those that come along, then their own. */
  names: readonly string[];
  /** How often one was forgotten: then what is shown is arranged anew. */
  forgotten: number;
}

const parameter = "layout";

/** Arrangements of one person on this machine; which one a window shows stands in its address (`?layout=nacht`). */
export class Layouts extends Store<LayoutsState> {
  private readonly prefix: string;

  constructor(subject: string) {
    super({ current: new URLSearchParams(location.search).get(parameter) ?? presets[0], names: [], forgotten: 0 });
    this.prefix = `handhaving-layout ${subject} `;
    this.list();
  }

  /** As it was left; undefined when it never was, or cannot be read. */
  read(name: string): SerializedDockview | undefined {
    const kept = localStorage.getItem(this.prefix + name);
    try {
      return kept === null ? undefined : (JSON.parse(kept) as SerializedDockview);
    } catch {
      return undefined;
    }
  }

  keep(layout: SerializedDockview): void {
    localStorage.setItem(this.prefix + this.state.current, JSON.stringify(layout));
  }

  /** Forgets the one on this window: one's own is gone, one that comes along is as it came. */
  forget = (): void => {
    const { current, forgotten } = this.state;
    localStorage.removeItem(this.prefix + current);
    this.set({ ...this.state, forgotten: forgotten + 1 });
    this.show(isPreset(current) ? current : presets[0]);
  };

  show = (current: string): void => {
    const address = new URL(location.href);
    address.searchParams.set(parameter, current);
    history.replaceState(null, "", address);
    this.set({ ...this.state, current });
    this.list();
  };

  private list(): void {
    const own = Object.keys(localStorage).filter((key) => key.startsWith(this.prefix)).map((key) => key.slice(this.prefix.length));
    const names = new Set<string>([...presets, ...own.filter((name) => !isPreset(name)).sort(), this.state.current]);
    this.set({ ...this.state, names: [...names] });
  }
}
