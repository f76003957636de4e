import { failureOf, type Failure } from "../contracts/failure";
import { Store } from "../time/store";

/** How a stream reaches this screen. */
export type Line =
  | { phase: "connecting" }
  | { phase: "live" }
  /** Nothing came since then: what is shown may be over. */
  | { phase: "lost"; since: number }
  /** The sign-in that it came for has ended: what is shown is old. */
  | { phase: "signInEnded" }
  /** The platform does not give it; trying again by itself would not help. */
  | { phase: "refused"; failure: Failure };

export interface Streamed {
  line: Line;
  /** By this machine's clock; 0 = none yet. */
  lastMessageAt: number;
  /** What to add to this machine's clock to have the platform's, in milliseconds. */
  skew: number;
}

const grace = 3_000; // milliseconds: a replica that is replaced is not a lost connection
const waits = [100, 500, 1_000, 2_000]; // milliseconds before the n-th try in a row, and each after them: a desk that is blind for longer than it must be costs more than a call

/**
 * How long a stream may be silent before it counts as lost, in milliseconds.
 * @param heartbeat what the platform promised to let pass at most between two messages, in milliseconds.
 */
export function longestSilence(heartbeat: number): number {
  return heartbeat + 5_000;
}

/** Keeps one stream open and tells how it is: for as long as it takes, and never showing old data as new. */
export abstract class KeptStream<Message, State extends Streamed> extends Store<State> {
  /** Milliseconds within which something comes while the stream lives. */
  protected heartbeat = 10_000;
  private tries = 0;
  private openedAt = 0;
  private arrivals = 0;
  private isHurried = false;
  private current = new AbortController();
  private wake: () => void = () => undefined;
  private stopped = new AbortController();

  /** Opens it where it stopped. */
  protected abstract open(signal: AbortSignal): AsyncIterable<Message>;

  /** Takes what came; false: something is missing, and it has to be opened anew. */
  protected abstract take(message: Message): boolean;

  /** Whether opening it again by itself would not help. */
  protected abstract isFinal(failure: Failure): boolean;

  async run(): Promise<void> {
    const { signal } = (this.stopped = new AbortController());
    const watch = setInterval(() => this.lookForSilence(), 1_000);
    for (;;) {
      const failure = await this.readOnce();
      if (signal.aborted) break;
      if (failure && this.isFinal(failure)) this.set({ ...this.state, line: { phase: "refused", failure } });
      if (!this.isHurried) await this.rest(this.isWaiting ? Infinity : (waits[Math.min(this.tries, waits.length - 1)] ?? 0));
      this.tries++;
    }
    clearInterval(watch);
  }

  stop(): void {
    this.stopped.abort();
    this.current.abort();
    this.wake();
  }

  /** Tries again now, as when the network is back, also while a try hangs. */
  retry = (): void => {
    if (this.state.line.phase === "signInEnded") return; // for nobody
    if (this.state.line.phase === "refused") this.set({ ...this.state, line: { phase: "connecting" } });
    if (this.state.line.phase !== "live") {
      this.isHurried = true;
      this.current.abort();
    }
    this.wake();
  };

  /** The network is gone: says so at once, without waiting for the silence. */
  networkLost = (): void => {
    this.lose();
    this.current.abort();
  };

  /** Shows nothing new until it can be opened for somebody again. */
  signInEnded = (): void => {
    this.set({ ...this.state, line: { phase: "signInEnded" } });
    this.current.abort();
  };

  /** Goes on where it stopped. */
  signedInAgain = (): void => {
    if (this.state.line.phase === "signInEnded") this.set({ ...this.state, line: { phase: "connecting" } });
    this.retry();
  };

  // Trying by itself would not help.
  private get isWaiting(): boolean {
    return this.state.line.phase === "refused" || this.state.line.phase === "signInEnded";
  }

  /** Whether what came just now is of a stream that still runs. */
  protected get isRunning(): boolean {
    return !this.current.signal.aborted;
  }

  private async readOnce(): Promise<Failure | undefined> {
    const { signal } = (this.current = new AbortController());
    this.isHurried = false;
    this.openedAt = Date.now();
    try {
      for await (const message of untilAborted(this.open(signal), signal)) {
        this.tries = 0;
        this.arrivals++;
        if (!this.take(message)) break;
      }
      return undefined;
    } catch (error) {
      return failureOf(error);
    } finally {
      this.current.abort();
      const { arrivals } = this;
      setTimeout(() => this.arrivals === arrivals && this.lose(), grace);
    }
  }

  private lookForSilence(): void {
    if (Date.now() - Math.max(this.state.lastMessageAt, this.openedAt) < longestSilence(this.heartbeat)) return;
    this.lose();
    this.current.abort();
  }

  private lose(): void {
    if (this.state.line.phase === "live" || this.state.line.phase === "connecting")
      this.set({ ...this.state, line: { phase: "lost", since: this.state.lastMessageAt || Date.now() } });
  }

  private rest(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      this.wake = resolve;
      if (milliseconds !== Infinity) setTimeout(resolve, milliseconds);
    });
  }
}

// What a stream waits for may never answer, and hear of no abort.
async function* untilAborted<Message>(stream: AsyncIterable<Message>, signal: AbortSignal): AsyncIterable<Message> {
  const messages = stream[Symbol.asyncIterator]();
  const aborted = new Promise<{ done: true }>((end) => signal.addEventListener("abort", () => end({ done: true })));
  try {
    for (;;) {
      const next = await Promise.race([aborted, messages.next()]);
      if (next.done) return;
      yield next.value;
    }
  } finally {
    messages.return?.().catch(() => undefined);
  }
}
