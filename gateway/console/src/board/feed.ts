import type { Failure } from "../contracts/failure";
import { failureOf } from "../contracts/failure";
import type { Degradation, WatchBoardResponse } from "../generated/handhaving/dispatch/v1/board_service_pb";
import { millisecondsOf } from "../time/timestamp";
import { Store } from "../time/store";
import { emptyBoard, streamOpened, type Board } from "./board";
import { take } from "./take";

/** How the board reaches this screen. */
export type Line =
  | { phase: "connecting" }
  | { phase: "live" }
  /** Nothing came since then: what is shown may be over. */
  | { phase: "lost"; since: number }
  /** The platform does not give this board; trying again by itself would not help. */
  | { phase: "refused"; failure: Failure };

export interface FeedState {
  board: Board;
  line: Line;
  /** By this machine's clock; 0 = none yet. */
  lastMessageAt: number;
  /** What to add to this machine's clock to have the platform's, in milliseconds. */
  skew: number;
  degradations: readonly Degradation[];
}

/** A message of the stream, and when it reached this machine, in milliseconds since 1970. */
export interface Arrival {
  message: WatchBoardResponse;
  at: number;
}

export type OpenStream = (resumeToken: string, signal: AbortSignal) => AsyncIterable<Arrival>;

const grace = 3_000; // milliseconds: a replica that is replaced is not a lost connection
const waits = [100, 500, 1_000, 2_000, 4_000]; // milliseconds before the n-th try in a row
const final = new Set(["PERMISSION_MISSING", "TENANT_NOT_YOURS", "NOT_FOUND", "INVALID_REQUEST", "UNKNOWN_METHOD"]);

/**
 * How long a stream may be silent before it counts as lost, in milliseconds.
 * @param heartbeat what the platform promised to let pass at most between two messages, in milliseconds.
 */
export function longestSilence(heartbeat: number): number {
  return heartbeat + 5_000;
}

/** Keeps one stream of a board open and tells how it is: it resumes by the last token, for as long as it takes, and never shows old data as new. */
export class Feed extends Store<FeedState> {
  private heartbeat = 10_000;
  private tries = 0;
  private openedAt = 0;
  private arrivals = 0;
  private waiting: Arrival[] = [];
  private current = new AbortController();
  private wake: () => void = () => undefined;
  private stopped = new AbortController();

  /** @param schedule when to show what came; once for all that came until then. */
  constructor(private readonly open: OpenStream, private readonly schedule: (show: () => void) => void) {
    super({ board: emptyBoard, line: { phase: "connecting" }, lastMessageAt: 0, skew: 0, degradations: [] });
  }

  async run(): Promise<void> {
    const { signal } = (this.stopped = new AbortController());
    const watch = setInterval(() => this.lookForSilence(), 1_000);
    for (;;) {
      const failure = await this.readOnce();
      if (signal.aborted) break;
      if (failure && final.has(failure.reason)) this.set({ ...this.state, line: { phase: "refused", failure } });
      await this.rest(this.state.line.phase === "refused" ? Infinity : (waits[Math.min(this.tries, waits.length - 1)] ?? 0));
      this.tries++;
    }
    clearInterval(watch);
  }

  stop(): void {
    this.stopped.abort();
    this.current.abort();
    this.wake();
  }

  /** Tries again now, as when the network is back. */
  retry = (): void => {
    if (this.state.line.phase === "refused") this.set({ ...this.state, line: { phase: "connecting" } });
    this.wake();
  };

  /** The network is gone: says so at once, without waiting for the silence. */
  networkLost = (): void => {
    this.lose();
    this.current.abort();
  };

  private async readOnce(): Promise<Failure | undefined> {
    this.flush();
    this.set({ ...this.state, board: streamOpened(this.state.board) });
    this.current = new AbortController();
    this.openedAt = Date.now();
    try {
      for await (const arrival of this.open(this.state.board.resumeToken, this.current.signal)) {
        this.receive(arrival);
        if (this.state.board.gap) break;
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

  private receive(arrival: Arrival): void {
    const { message, at } = arrival;
    if (message.event.case === "hello") this.heartbeat = message.event.value.heartbeatSeconds * 1_000;
    this.tries = 0;
    this.arrivals++;
    this.waiting.push(arrival);
    if (this.waiting.length > 1) return;
    this.schedule(() => {
      this.flush();
      if (this.state.line.phase !== "live") this.set({ ...this.state, line: { phase: "live" } });
    });
    this.set({ ...this.state, lastMessageAt: at });
  }

  private flush(): void {
    const messages = this.waiting.map(({ message }) => message);
    const last = this.waiting.at(-1);
    if (!last) return;
    this.waiting = [];
    const beat = messages.findLast((message) => message.event.case === "heartbeat")?.event;
    this.set({
      ...this.state,
      board: take(this.state.board, messages),
      lastMessageAt: last.at,
      skew: last.message.serverTime ? millisecondsOf(last.message.serverTime) - last.at : this.state.skew,
      degradations: beat?.case === "heartbeat" ? beat.value.degradations : this.state.degradations,
    });
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
