import { failureOf, type Failure } from "../../contracts/failure";
import type { VerifyResponse } from "../../generated/handhaving/dispatch/v1/audit_service_pb";
import { Store } from "../../time/store";

export interface ChainState {
  phase: "idle" | "running" | "intact" | "broken" | "stopped" | "failed";
  /** Lines that follow from the first one, so far. */
  verified: bigint;
  /** The line that does not follow, and what is wrong there. */
  broken: { sequence: bigint; problem: string } | undefined;
  failure: Failure | undefined;
}

export interface ChainPart {
  parent: string;
  afterSequence: bigint;
  afterHash: string;
}

const untouched: ChainState = { phase: "idle", verified: 0n, broken: undefined, failure: undefined };

/** Has the chain of one municipality or team recomputed, part by part from its first line. */
export class ChainCheck extends Store<ChainState> {
  private next: ChainPart = { parent: "", afterSequence: 0n, afterHash: "" };
  private running = new AbortController();

  constructor(private readonly verify: (part: ChainPart, signal: AbortSignal) => Promise<Pick<VerifyResponse, "verification">>) {
    super(untouched);
  }

  start(parent: string): Promise<void> {
    this.next = { parent, afterSequence: 0n, afterHash: "" };
    this.set(untouched);
    return this.goOn();
  }

  /** Goes on after the last line that is known to follow. */
  goOn = async (): Promise<void> => {
    this.running.abort();
    const { signal } = (this.running = new AbortController());
    this.set({ ...this.state, phase: "running", failure: undefined });
    try {
      for (;;) {
        const { verification } = await this.verify(this.next, signal);
        if (signal.aborted || !verification) return;
        const verified = verification.verifiedSequence;
        if (verification.nextSequence === 0n) {
          const { intact, brokenSequence, problem } = verification;
          this.set({ phase: intact ? "intact" : "broken", verified, broken: intact ? undefined : { sequence: brokenSequence, problem }, failure: undefined });
          return;
        }
        this.next = { ...this.next, afterSequence: verified, afterHash: verification.verifiedHash };
        this.set({ ...this.state, verified });
      }
    } catch (error) {
      if (!signal.aborted) this.set({ ...this.state, phase: "failed", failure: failureOf(error) });
    }
  };

  stop = (): void => {
    this.running.abort();
    if (this.state.phase === "running") this.set({ ...this.state, phase: "stopped" });
  };

  /** Forgets the outcome, as for another chain. */
  clear = (): void => {
    this.running.abort();
    this.set(untouched);
  };
}
