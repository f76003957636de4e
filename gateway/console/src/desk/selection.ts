import type { StepAsking } from "../assignment/stepAskings";
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
  /** What is asked about an assignment (by its name) of it. */
  step: { of: string; what: StepAsking } | undefined;
  /** Who else can go is shown beside so many offers that were made; undefined = nobody asked. */
  sendsBeside: number | undefined;
  work: Work;
  /** Name of the unit whose duty is open; undefined = one is still to be chosen. */
  unit: string | undefined;
  /** Words by which the queue is narrowed. */
  words: string;
}

const nothingAsked = { asking: undefined, step: undefined, sendsBeside: undefined } as const;

/** What the person looks at, the same in all panels. */
export class Selection extends Store<Selected> {
  constructor() {
    super({ incident: undefined, found: undefined, ...nothingAsked, work: "incident", unit: undefined, words: "" });
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

  open = (incident: string | undefined): void => this.set({ ...this.state, incident, found: undefined, ...nothingAsked, work: "incident" });

  /** Asks about the incident that is open what must be known to do something with it. */
  ask = (asking: Asking): void => this.set({ ...this.state, asking, work: "incident" });

  /** The same about a unit on it. */
  askStep = (of: string, what: StepAsking): void => this.set({ ...this.state, step: { of, what }, work: "incident" });

  /** It is asked no longer; whatever else is done meanwhile goes on. */
  asked = (): void => this.set({ ...this.state, asking: undefined });

  stepAsked = (): void => this.set({ ...this.state, step: undefined });

  /** Shows who else can go, until another offer is made than these. */
  sendBeside = (offers: number): void => this.set({ ...this.state, sendsBeside: offers, work: "incident" });

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
