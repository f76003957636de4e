import { Code, ConnectError } from "@connectrpc/connect";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { emptyBoard, streamOpened, type Board } from "../../src/board/board";
import { Hub, type Follower } from "../../src/board/windows/hub";
import { take } from "../../src/board/take";
import { incident, incidentName, says, stream } from "./messages";
import { Platform } from "./platform";

/** A window: what it made of what it was told. */
class Screen implements Follower {
  board: Board = emptyBoard;
  resets = 0;
  ends: unknown[] = [];

  say: Follower["say"] = ({ message }) => {
    if (message.event.case === "hello" && message.event.value.reset) this.resets++;
    this.board = take(this.board, [message]);
  };

  end = (error: unknown) => this.ends.push(error);

  join(hub: Hub): void {
    this.board = streamOpened(this.board);
    hub.join(this, this.board.resumeToken);
  }

  get shown(): string[] {
    return [...this.board.incidents.keys()];
  }
}

const first = stream(says.hello(true), says.item(incident(1)), says.end(1, "a"));
const names = (...numbers: number[]) => numbers.map((number) => incidentName(number));
const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

let platform: Platform;
let hub: Hub;
let one: Screen;
let other: Screen;

beforeEach(async () => {
  vi.useFakeTimers();
  platform = new Platform();
  hub = new Hub(platform.open);
  [one, other] = [new Screen(), new Screen()];
  one.join(hub);
  platform.send(first);
  await pass(10);
});

afterEach(() => vi.useRealTimers());

test("a second window gets the board as it stands, over the same stream", async () => {
  platform.send([{ ...says.change(incident(2), "b"), sequence: 4n }]);
  await pass(10);
  other.join(hub);
  platform.send([{ ...says.change(incident(3), "c"), sequence: 5n }]);
  await pass(10);

  expect([one.shown, other.shown]).toEqual([names(1, 2, 3), names(1, 2, 3)]);
  expect([other.board.complete, other.board.gap, other.board.resumeToken, platform.asked]).toEqual([true, false, "c", [""]]);
});

test("a window that opens while the snapshot comes waits for all of it", async () => {
  platform.end();
  await pass(10);
  one.join(hub);
  platform.send(stream(says.hello(true), says.item(incident(7))));
  other.join(hub);
  await pass(10);
  expect([one.board.sequence, other.board.sequence]).toEqual([0n, 0n]);

  platform.send([{ ...says.end(1, "z"), sequence: 3n }]);
  await pass(10);
  expect([one.shown, other.shown]).toEqual([names(7), names(7)]);
});

test("a window that lost its place goes on by its token, without a fresh start", async () => {
  hub.leave(one);
  other.join(hub);
  platform.send(stream(says.hello(false), says.change(incident(2), "b"), says.change(incident(3), "c")));
  await pass(10);
  one.join(hub);
  await pass(10);

  expect([one.resets, one.shown, one.board.resumeToken]).toEqual([1, names(1, 2, 3), "c"]);
});

test("when the stream ends it ends for all, with why, and the first that asks opens it anew by its token", async () => {
  other.join(hub);
  const gone = new ConnectError("gone", Code.Unavailable);
  platform.end(gone);
  await pass(10);
  expect([one.ends, other.ends, hub.isFollowed]).toEqual([[gone], [gone], false]);

  one.join(hub);
  other.join(hub);
  platform.send(stream(says.hello(false), says.change(incident(2), "b")));
  await pass(10);
  expect([one.shown, other.shown, platform.asked]).toEqual([names(1, 2), names(1, 2), ["", "a"]]);
});

test("one window that closes stops no other, the last one stops the stream", async () => {
  other.join(hub);
  hub.leave(one);
  platform.send([{ ...says.change(incident(2), "b"), sequence: 4n }]);
  await pass(10);
  expect([one.shown, other.shown]).toEqual([names(1), names(1, 2)]);

  hub.leave(other);
  await pass(10);
  one.join(hub);
  expect(platform.asked).toEqual(["", "b"]);
});

test("a stream that is silent for too long is shown to nobody as live", async () => {
  await pass(15_100);
  other.join(hub);
  await pass(10);

  expect([one.ends.length, other.board.sequence, platform.asked]).toEqual([1, 0n, ["", "a"]]);
});

test("what is degraded is told to a window that opens between two heartbeats, and how old the news is", async () => {
  platform.send([{ ...says.heartbeat(), sequence: 4n }]);
  const at = Date.now();
  await pass(5_000);
  const told: [string | undefined, number][] = [];
  hub.join({ say: (arrival) => told.push([arrival.message.event.case, arrival.at]), end: () => undefined }, "");

  expect(told.at(-1)).toEqual(["heartbeat", at]);
  expect(told.every(([, when]) => when === at)).toBe(true);
});

test("what an earlier stream said of how it is does not count for the next", async () => {
  platform.send([{ ...says.heartbeat("h"), sequence: 4n }]);
  await pass(8_000);
  platform.end();
  await pass(10);
  const told: [string | undefined, number][] = [];
  hub.join({ say: (arrival) => told.push([arrival.message.event.case, arrival.at]), end: () => undefined }, "h");
  platform.send(stream(says.hello(false)));
  const at = Date.now();
  await pass(10);

  expect(told).toEqual([["hello", at]]);
});

test("a board that is forgotten ends for all, and the next who asks gets it from the start", async () => {
  hub.forget();
  await pass(10);
  expect([one.ends, hub.isFollowed]).toEqual([[undefined], false]);

  one.join(hub);
  expect(platform.asked).toEqual(["", ""]);
});
