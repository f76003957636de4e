import { adviceOf } from "../../acting/advice";
import { failureOf, type Failure } from "../../contracts/failure";
import { Store } from "../../time/store";
import { readSteps } from "./readSteps";
import type { Step, Unsent } from "./step";

/** Where unsent steps are kept: it survives a reload and an empty battery. */
export interface Kept {
  read: () => string | null;
  write: (text: string) => void;
  /** The same for what could not be read: it stands in nobody's way, and is thrown away only by who says so. */
  readAside: () => string | null;
  writeAside: (text: string) => void;
}

export interface OutboxState {
  /** What the platform does not have yet, in the order in which it happened. */
  unsent: readonly Unsent[];
  /** What it has since this page was opened; the stream may tell a moment later. */
  sent: readonly Unsent[];
  /** Why the last try did not get through; undefined when it did. */
  waitsFor: Failure | undefined;
  /** False: the device would not keep it, and a reload loses it. */
  isKept: boolean;
  /** How much of what was kept cannot be read by this version. */
  aside: number;
}

const waits = [1_000, 2_000, 5_000, 10_000, 20_000]; // milliseconds before the n-th further try
const passing = new Set(["doubt", "signIn", "wait"]);

/** Steps on their way to the platform: kept before they are sent, sent in their order under their request ids, and gone only when they are taken or a person says so. */
export class Outbox extends Store<OutboxState> {
  private tries = 0;
  private isAsked = false;
  private isSending = false;
  private again: ReturnType<typeof setTimeout> | undefined;

  /**
   * @param send tells one step to the platform.
   * @param alone lets one window of the person send at a time.
   */
  constructor(private readonly kept: Kept, private readonly send: (unsent: Unsent) => Promise<unknown>, private readonly alone: (act: () => Promise<void>) => Promise<void>) {
    super({ unsent: [], sent: [], waitsFor: undefined, isKept: true, aside: 0 });
    this.takeBack();
    this.reread();
  }

  /** @param at when it happened, by the platform's clock. */
  add = (step: Step, about: string, at: number): void => {
    this.change((unsent) => [...unsent, { requestId: crypto.randomUUID(), at, about, step }]);
    void this.flush();
  };

  /** Tries what was refused once more. */
  retry = (requestId: string): void => {
    this.change((unsent) => unsent.map((one) => (one.requestId === requestId ? withoutRefusal(one) : one)));
    void this.flush();
  };

  /** A person chose again what was refused: it goes in the same place and with the same time, as an intention of its own. */
  mend = (requestId: string, step: Step): void => {
    this.change((unsent) => unsent.map((one) => (one.requestId === requestId ? { requestId: crypto.randomUUID(), at: one.at, about: one.about, step } : one)));
    void this.flush();
  };

  /** A person says that it is not to be sent. */
  discard = (requestId: string): void => {
    this.change((unsent) => unsent.filter((one) => one.requestId !== requestId));
    void this.flush();
  };

  /** Takes over what another window added or sent. */
  reread = (): void => {
    const unsent = this.read();
    this.set({ ...this.state, unsent });
  };

  /** A person says that what cannot be read is not needed. */
  discardAside = (): void => {
    this.kept.writeAside("[]");
    this.set({ ...this.state, aside: 0 });
  };

  /** Sends what can be sent, as when the network is back. */
  flush = async (): Promise<void> => {
    this.isAsked = true;
    if (this.isSending) return;
    this.isSending = true;
    clearTimeout(this.again);
    try {
      while (this.isAsked) {
        this.isAsked = false;
        await this.alone(() => this.sendInOrder());
      }
    } catch (error) {
      this.waitFor(failureOf(error)); // the device did not let it try
    } finally {
      this.isSending = false;
    }
  };

  stop(): void {
    clearTimeout(this.again);
  }

  private async sendInOrder(): Promise<void> {
    for (;;) {
      this.reread();
      const [first] = this.state.unsent;
      // What comes after a refused step may hang on it: that waits too.
      if (!first || first.refusal) return;
      const failure = await this.tryToSend(first);
      if (failure && passing.has(adviceOf(failure))) {
        this.waitFor(failure);
        return;
      }
      this.tries = 0;
      this.set({ ...this.state, waitsFor: undefined, sent: failure ? this.state.sent : [...this.state.sent, first] });
      this.change((unsent) => failure ? unsent.map((one) => (one.requestId === first.requestId ? { ...one, refusal: failure } : one)) : unsent.filter((one) => one.requestId !== first.requestId));
    }
  }

  private async tryToSend(unsent: Unsent): Promise<Failure | undefined> {
    try {
      await this.send(unsent);
      return undefined;
    } catch (error) {
      return failureOf(error);
    }
  }

  private waitFor(failure: Failure): void {
    this.set({ ...this.state, waitsFor: failure });
    this.again = setTimeout(() => void this.flush(), waits[Math.min(this.tries++, waits.length - 1)]);
  }

  private change(of: (unsent: readonly Unsent[]) => readonly Unsent[]): void {
    const unsent = of(this.state.isKept ? this.read() : this.state.unsent);
    try {
      this.kept.write(JSON.stringify(unsent));
      this.set({ ...this.state, unsent, isKept: true });
    } catch {
      this.set({ ...this.state, unsent, isKept: false });
    }
  }

  private read(): readonly Unsent[] {
    if (!this.state.isKept) return this.state.unsent;
    const { steps, unreadable } = readSteps(this.kept.read());
    if (unreadable.length > 0) this.setAside(steps, unreadable);
    return steps;
  }

  // Written aside before it is taken out: a page that ends in between has it twice, not never.
  private setAside(steps: readonly Unsent[], unreadable: readonly unknown[]): void {
    const before = readSteps(this.kept.readAside()).unreadable;
    try {
      this.kept.writeAside(JSON.stringify([...before, ...unreadable]));
      this.kept.write(JSON.stringify(steps));
      this.set({ ...this.state, aside: before.length + unreadable.length });
    } catch {
      this.set({ ...this.state, aside: unreadable.length });
    }
  }

  // What an earlier version could not read, this one may.
  private takeBack(): void {
    const { steps, unreadable } = readSteps(this.kept.readAside());
    if (steps.length > 0) {
      this.kept.write(JSON.stringify([...steps, ...this.read()]));
      this.kept.writeAside(JSON.stringify(unreadable));
    }
    this.set({ ...this.state, aside: unreadable.length });
  }
}

function withoutRefusal({ requestId, at, about, step }: Unsent): Unsent {
  return { requestId, at, about, step };
}
