import { create } from "@bufbuild/protobuf";
import { BoardItemSchema, HelloSchema, SnapshotEndSchema, WatchBoardResponseSchema, type BoardItem, type Hello, type WatchBoardResponse } from "../../generated/handhaving/dispatch/v1/board_service_pb";
import { emptyBoard, streamOpened } from "../board";
import { longestSilence } from "../../live/keptStream";
import type { Arrival, OpenStream } from "../feed";
import { take } from "../take";

/** A window that follows the board. */
export interface Follower {
  say: (arrival: Arrival) => void;
  /** @param error why; undefined when the platform ended the stream in order. */
  end: (error: unknown) => void;
}

interface Place {
  resumeToken: string;
  /** Of the last message that it was told; 0 = it waits for the first. */
  sequence: bigint;
}

const kept = 2_000; // messages; more than comes while a window loses its place and finds it again

/**
 * One stream of the platform for all windows of one person. Each window has a stream of its own kind: numbered from 1, resumed by its token, or from the board as it stands.
 * When the stream ends it ends for all, and the first that asks again opens it.
 */
export class Hub {
  private board = emptyBoard;
  private isWhole = false;
  private hello: Hello | undefined;
  private beat: Arrival | undefined;
  private lastAt = 0;
  private recent: Arrival[] = [];
  /** Token after which `recent` begins; empty = nothing resumes there. */
  private recentAfter = "";
  private upstream: AbortController | undefined;
  private readonly places = new Map<Follower, Place>();

  constructor(private readonly open: OpenStream) {}

  get isFollowed(): boolean {
    return this.places.size > 0;
  }

  join(follower: Follower, resumeToken: string): void {
    if (this.isOpen && this.isSilent) this.endAll(undefined);
    const place = { resumeToken, sequence: 0n };
    this.places.set(follower, place);
    if (!this.isOpen) void this.read();
    else if (this.isWhole) this.catchUp(follower, place);
  }

  leave(follower: Follower): void {
    this.places.delete(follower);
    if (!this.isFollowed) this.upstream?.abort();
  }

  /** Ends it for all, and keeps nothing. */
  forget(): void {
    this.endAll(undefined);
    this.board = emptyBoard;
    this.recent = [];
  }

  private get isOpen(): boolean {
    return this.upstream?.signal.aborted === false;
  }

  private get isSilent(): boolean {
    return Date.now() - this.lastAt >= longestSilence((this.hello?.heartbeatSeconds ?? 10) * 1_000);
  }

  private async read(): Promise<void> {
    const stop = (this.upstream = new AbortController());
    this.board = streamOpened(this.board);
    this.isWhole = false;
    this.beat = undefined; // of the stream before: it would make the news of this one look old
    this.lastAt = Date.now();
    try {
      for await (const arrival of this.open(this.board.resumeToken, stop.signal)) {
        if (stop.signal.aborted) return;
        this.receive(arrival);
        if (this.board.gap) break;
      }
      if (!stop.signal.aborted) this.endAll(undefined);
    } catch (error) {
      if (!stop.signal.aborted) this.endAll(error);
    }
  }

  private endAll(error: unknown): void {
    this.upstream?.abort();
    const followers = [...this.places.keys()];
    this.places.clear();
    for (const follower of followers) follower.end(error);
  }

  private receive(arrival: Arrival): void {
    const { message, at } = arrival;
    this.board = take(this.board, [message]);
    if (this.board.gap) return;
    this.lastAt = at;
    switch (message.event.case) {
      case "hello":
        this.hello = message.event.value;
        if (!message.event.value.reset && this.board.complete) this.becomeWhole();
        break;
      case "snapshotItem":
        break;
      case "snapshotEnd":
        this.recent = [];
        this.recentAfter = message.resumeToken;
        this.becomeWhole();
        break;
      case "delta":
      case "heartbeat":
      case undefined: // of a later version of the contract
        this.pass(arrival);
    }
  }

  private becomeWhole(): void {
    this.isWhole = true;
    for (const [follower, place] of this.places) this.catchUp(follower, place);
  }

  private pass(arrival: Arrival): void {
    if (arrival.message.event.case === "heartbeat") this.beat = arrival;
    this.recent.push(arrival);
    if (this.recent.length > kept) this.recentAfter = this.recent.shift()?.message.resumeToken ?? "";
    // While a snapshot is on its way its changes are part of what each is told at its end.
    if (this.isWhole) for (const [follower, place] of this.places) tell(follower, place, arrival);
  }

  private catchUp(follower: Follower, place: Place): void {
    const missed = this.missedSince(place.resumeToken);
    const say = (event: WatchBoardResponse["event"], resumeToken = "") => tell(follower, place, { message: create(WatchBoardResponseSchema, { event, resumeToken }), at: this.lastAt });
    say({ case: "hello", value: { ...(this.hello ?? create(HelloSchema)), reset: missed === undefined, tenants: [...this.board.tenants] } });
    if (missed === undefined) {
      const items = itemsOf(this.board);
      for (const value of items) say({ case: "snapshotItem", value });
      say({ case: "snapshotEnd", value: create(SnapshotEndSchema, { itemCount: items.length }) }, this.board.resumeToken);
    }
    const told = missed ?? [];
    for (const arrival of told) tell(follower, place, arrival);
    if (this.beat && !told.includes(this.beat)) tell(follower, place, { ...this.beat, message: { ...this.beat.message, resumeToken: "" } });
  }

  /** What came after a token; undefined when that is not known any more. */
  private missedSince(token: string): readonly Arrival[] | undefined {
    if (token === "") return undefined;
    const last = this.recent.findLastIndex(({ message }) => message.resumeToken === token);
    if (last >= 0) return this.recent.slice(last + 1);
    return token === this.recentAfter ? [...this.recent] : undefined;
  }
}

function tell(follower: Follower, place: Place, { message, at }: Arrival): void {
  place.sequence++;
  follower.say({ message: { ...message, sequence: place.sequence }, at });
}

function itemsOf({ incidents, units, loans }: typeof emptyBoard): BoardItem[] {
  return [
    ...[...incidents.values()].map((value) => create(BoardItemSchema, { item: { case: "incident", value } })),
    ...[...units.values()].map((value) => create(BoardItemSchema, { item: { case: "unit", value } })),
    ...[...loans.values()].map((value) => create(BoardItemSchema, { item: { case: "loan", value } })),
  ];
}
