import { Store } from "../time/store";

export interface Selected {
  /** Name of the incident that is open; undefined = none. */
  incident: string | undefined;
}

/** What the person looks at, the same in all panels. */
export class Selection extends Store<Selected> {
  constructor() {
    super({ incident: undefined });
  }

  open = (incident: string | undefined): void => this.set({ incident });
}
