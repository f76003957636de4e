import { Store } from "../time/store";

export interface Selected {
  /** Name of the incident that is open; undefined = none. */
  incident: string | undefined;
  /** True: the form for a new report stands in its place. */
  isReporting: boolean;
  /** Words by which the queue is narrowed. */
  words: string;
}

/** What the person looks at, the same in all panels. */
export class Selection extends Store<Selected> {
  constructor() {
    super({ incident: undefined, isReporting: false, words: "" });
  }

  private asksFocus = false;

  /** Opens it with the focus on its head, as after what stood in its place went away. */
  enter = (incident: string | undefined): void => {
    this.asksFocus = true;
    this.open(incident);
  };

  /** Whether who shows it now takes the focus; once. */
  takeFocus = (): boolean => {
    const asked = this.asksFocus;
    this.asksFocus = false;
    return asked;
  };

  open = (incident: string | undefined): void => this.set({ ...this.state, incident, isReporting: false });

  seek = (words: string): void => this.set({ ...this.state, words });

  report = (): void => this.set({ ...this.state, isReporting: true });

  leaveReport = (): void => this.set({ ...this.state, isReporting: false });
}
