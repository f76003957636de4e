import { adviceOf } from "../../acting/advice";
import { failureOf, type Failure } from "../../contracts/failure";
import { Store } from "../../time/store";
import type { Step, Unsent } from "./step";

/** Where unsent steps are kept: it survives a reload and an empty battery. */
export interface Kept {
  read: () => string | null;
  write: (text: string) => void;
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
    super({ unsent: [], sent: [], waitsFor: undefined, isKept: true });
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

  /** A person says that it is not to be sent. */
  discard = (requestId: string): void => {
    this.change((unsent) => unsent.filter((one) => one.requestId !== requestId));
    void this.flush();
  };

  /** Takes over what another window added or sent. */
  reread = (): void => this.set({ ...this.state, unsent: this.read() });

  /** Sends what can be sent, as when the network is back. */
  flush = async (): Promise<void> => {
    this.isAsked = true;
    if (this.isSending) return;
    this.isSending = true;
    clearTimeout(this.again);
    while (this.isAsked) {
      this.isAsked = false;
      await this.alone(() => this.sendInOrder());
    }
    this.isSending = false;
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
      const failure = await this.send(first).then(() => undefined, failureOf);
      if (failure && passing.has(adviceOf(failure))) {
        this.waitFor(failure);
        return;
      }
      this.tries = 0;
      this.set({ ...this.state, waitsFor: undefined, sent: failure ? this.state.sent : [...this.state.sent, first] });
      this.change((unsent) => failure ? unsent.map((one) => (one.requestId === first.requestId ? { ...one, refusal: failure } : one)) : unsent.filter((one) => one.requestId !== first.requestId));
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
    const text = this.kept.read();
    return text === null ? [] : (JSON.parse(text) as Unsent[]);
  }
}

function withoutRefusal({ requestId, at, about, step }: Unsent): Unsent {
  return { requestId, at, about, step };
}
