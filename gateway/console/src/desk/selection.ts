import type { Asking } from "../incident/askings";
import type { Incident } from "../generated/handhaving/dispatch/v1/incident_pb";
import { Store } from "../time/store";

/** What stands in the panel in the middle. */
export type Work = "incident" | "report" | "past" | "duty" | "loans" | "order";

export interface Selected {
  /** Name of the incident that is open; undefined = none. */
  incident: string | undefined;
  /** The same as it was found, where it is not on the board. */
  found: Incident | undefined;
  /** What is asked about it, before something is done with it. */
  asking: Asking | undefined;
  work: Work;
  /** Name of the unit whose duty is open; undefined = one is still to be chosen. */
  unit: string | undefined;
  /** Words by which the queue is narrowed. */
  words: string;
}

/** What the person looks at, the same in all panels. */
export class Selection extends Store<Selected> {
  constructor() {
    super({ incident: undefined, found: undefined, asking: undefined, work: "incident", unit: undefined, words: "" });
  }

  private asksFocus = false;

  /** Opens it with the focus on its head, as after what stood in its place went away. */
  enter = (incident: string | undefined): void => {
    this.asksFocus = true;
    this.open(incident);
  };

  /** The same for one that need not be on the board. */
  enterFound = (found: Incident): void => {
    this.enter(found.name);
    this.set({ ...this.state, found });
  };

  /** It was read anew: what is not on the board stays as new as it is known. */
  refound = (found: Incident): void => {
    if (this.state.incident === found.name && this.state.found) this.set({ ...this.state, found });
  };

  /** Whether who shows it now takes the focus; once. */
  takeFocus = (): boolean => {
    const asked = this.asksFocus;
    this.asksFocus = false;
    return asked;
  };

  open = (incident: string | undefined): void => this.set({ ...this.state, incident, found: undefined, asking: undefined, work: "incident" });

  /** Asks about the incident that is open what must be known to do something with it; undefined = no longer. */
  ask = (asking: Asking | undefined): void => this.set({ ...this.state, asking, work: "incident" });

  seek = (words: string): void => this.set({ ...this.state, words });

  report = (): void => this.set({ ...this.state, work: "report" });

  /** Among all incidents, open and ended. */
  lookBack = (): void => this.set({ ...this.state, work: "past" });

  /** Duty of a unit; without one, signing one on. */
  duty = (unit?: string): void => this.set({ ...this.state, work: "duty", unit });

  /** Who of what waits gets a unit first. */
  order = (): void => this.set({ ...this.state, work: "order" });

  loans = (): void => this.set({ ...this.state, work: "loans" });

  /** Back to the incident that is open. */
  leave = (): void => this.set({ ...this.state, work: "incident" });
}
