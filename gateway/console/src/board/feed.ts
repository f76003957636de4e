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

export type OpenStream = (resumeToken: string, signal: AbortSignal) => AsyncIterable<WatchBoardResponse>;

const final = new Set(["PERMISSION_MISSING", "TENANT_NOT_YOURS", "NOT_FOUND", "INVALID_REQUEST", "UNKNOWN_METHOD"]);

/** The live board of a team: resumed by its last token, without gap or repeat. */
export class Feed extends KeptStream<WatchBoardResponse, FeedState> {
  private waiting: WatchBoardResponse[] = [];

  /** @param schedule when to show what came; once for all that came until then. */
  constructor(private readonly openStream: OpenStream, private readonly schedule: (show: () => void) => void) {
    super({ board: emptyBoard, line: { phase: "connecting" }, lastMessageAt: 0, skew: 0, degradations: [] });
  }

  protected override open(signal: AbortSignal): AsyncIterable<WatchBoardResponse> {
    this.flush();
    this.set({ ...this.state, board: streamOpened(this.state.board) });
    return this.openStream(this.state.board.resumeToken, signal);
  }

  protected override isFinal(failure: Failure): boolean {
    return final.has(failure.reason);
  }

  protected override take(message: WatchBoardResponse): boolean {
    const now = Date.now();
    if (message.event.case === "hello") this.heartbeat = message.event.value.heartbeatSeconds * 1_000;
    this.waiting.push(message);
    if (this.waiting.length === 1) {
      this.schedule(() => {
        this.flush();
        if (this.state.line.phase !== "live") this.set({ ...this.state, line: { phase: "live" } });
      });
      this.set({ ...this.state, lastMessageAt: now });
    }
    return !this.state.board.gap;
  }

  private flush(): void {
    const messages = this.waiting;
    const last = messages.at(-1);
    if (!last) return;
    this.waiting = [];
    const beat = messages.findLast((message) => message.event.case === "heartbeat")?.event;
    this.set({
      ...this.state,
      board: take(this.state.board, messages),
      lastMessageAt: Date.now(),
      skew: last.serverTime ? millisecondsOf(last.serverTime) - Date.now() : this.state.skew,
      degradations: beat?.case === "heartbeat" ? beat.value.degradations : this.state.degradations,
    });
  }
}
