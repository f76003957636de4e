import type { Failure } from "../contracts/failure";
import type { Degradation, WatchBoardResponse } from "../generated/handhaving/dispatch/v1/board_service_pb";
import { KeptStream, type Streamed } from "../live/keptStream";
import { millisecondsOf } from "../time/timestamp";
import { emptyBoard, streamOpened, type Board } from "./board";
import { take } from "./take";

export interface FeedState extends Streamed {
  board: Board;
  degradations: readonly Degradation[];
}

/** A message of the stream, and when it reached this machine, in milliseconds since 1970. */
export interface Arrival {
  message: WatchBoardResponse;
  at: number;
}

export type OpenStream = (resumeToken: string, signal: AbortSignal) => AsyncIterable<Arrival>;

const final = new Set(["PERMISSION_MISSING", "TENANT_NOT_YOURS", "NOT_FOUND", "INVALID_REQUEST", "UNKNOWN_METHOD"]);

/** The live board of a team: resumed by its last token, without gap or repeat. */
export class Feed extends KeptStream<Arrival, FeedState> {
  private waiting: Arrival[] = [];

  /** @param schedule when to show what came; once for all that came until then. */
  constructor(private readonly openStream: OpenStream, private readonly schedule: (show: () => void) => void) {
    super({ board: emptyBoard, line: { phase: "connecting" }, lastMessageAt: 0, skew: 0, degradations: [] });
  }

  protected override open(signal: AbortSignal): AsyncIterable<Arrival> {
    this.flush();
    this.set({ ...this.state, board: streamOpened(this.state.board) });
    return this.openStream(this.state.board.resumeToken, signal);
  }

  protected override isFinal(failure: Failure): boolean {
    return final.has(failure.reason);
  }

  protected override take(arrival: Arrival): boolean {
    const { message, at } = arrival;
    if (message.event.case === "hello") this.heartbeat = message.event.value.heartbeatSeconds * 1_000;
    this.waiting.push(arrival);
    if (this.waiting.length === 1) {
      this.schedule(() => {
        this.flush();
        if (this.isRunning && this.state.line.phase !== "live") this.set({ ...this.state, line: { phase: "live" } });
      });
      this.set({ ...this.state, lastMessageAt: Math.max(this.state.lastMessageAt, at) });
    }
    return !this.state.board.gap;
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
      lastMessageAt: Math.max(this.state.lastMessageAt, last.at),
      skew: last.message.serverTime ? millisecondsOf(last.message.serverTime) - last.at : this.state.skew,
      degradations: beat?.case === "heartbeat" ? beat.value.degradations : this.state.degradations,
    });
  }
}
