import { create } from "@bufbuild/protobuf";
import { timestampFromMs, TimestampSchema } from "@bufbuild/protobuf/wkt";
import { Code, ConnectError } from "@connectrpc/connect";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { UnitFeed } from "../../src/field/duty/unitFeed";
import { ErrorInfoSchema } from "../../src/generated/google/rpc/error_details_pb";
import { WatchUnitResponseSchema, type WatchUnitResponse } from "../../src/generated/handhaving/dispatch/v1/board_service_pb";
import { unit } from "../board/messages";

const now = (callSign: string, serverTime = 0) => create(WatchUnitResponseSchema, { serverTime: timestampFromMs(serverTime), event: { case: "now", value: { unit: unit(callSign) } } });
const nothing = { now: undefined, lastMessageAt: 0, skew: 0 };
const notFound = new ConnectError("no", Code.NotFound, undefined, [{ desc: ErrorInfoSchema, value: { reason: "NOT_FOUND", domain: "handhaving" } }]);

/** Streams as a test gives them: each says its messages and ends as it says, or stays open. */
const streams = (...of: { says: WatchUnitResponse[]; ends?: Error }[]) => (signal: AbortSignal) => (async function* () {
  const next = of.shift();
  yield* next?.says ?? [];
  if (next?.ends) throw next.ends;
  await new Promise((_, reject) => signal.addEventListener("abort", () => reject(new ConnectError("aborted", Code.Canceled))));
})();

let feed: UnitFeed;
const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);
beforeEach(() => vi.useFakeTimers({ now: 1_000_000 }));
afterEach(() => {
  feed.stop();
  vi.useRealTimers();
});

test("the platform's time has whole milliseconds, as a true time that is told has", async () => {
  feed = new UnitFeed(streams({ says: [create(WatchUnitResponseSchema, { ...now("bru1"), serverTime: create(TimestampSchema, { seconds: 1_000n, nanos: 400_600_000 }) })] }), nothing);
  void feed.run();
  await pass(0);

  expect(feed.platformNow()).toBe(1_000_401);
});

test("what comes is what is now, in the platform's time", async () => {
  feed = new UnitFeed(streams({ says: [now("bru1", 1_000_400)] }), nothing);
  void feed.run();
  await pass(0);

  expect([feed.state.line.phase, feed.state.now?.unit?.callSign, feed.state.skew]).toEqual(["live", "bru1", 400]);
});

test("what was known before a reload is shown, but not as live, and says since when when nothing comes", async () => {
  feed = new UnitFeed(streams({ says: [], ends: new ConnectError("gone", Code.Unavailable) }), { now: create(WatchUnitResponseSchema, now("bru1")).event.value as never, lastMessageAt: 500_000, skew: 7 });
  void feed.run();
  expect([feed.state.line.phase, feed.state.skew]).toEqual(["connecting", 7]);
  await pass(3_500);

  expect(feed.state.line).toEqual({ phase: "lost", since: 500_000 });
});

test("a stream that breaks is opened anew, and begins with what is now", async () => {
  feed = new UnitFeed(streams({ says: [now("bru1")], ends: new ConnectError("drain", Code.Unavailable) }, { says: [now("bru2")] }), nothing);
  void feed.run();
  await pass(500);

  expect([feed.state.line.phase, feed.state.now?.unit?.callSign]).toEqual(["live", "bru2"]);
});

test("a duty that ended is told, and not asked for again by itself", async () => {
  const open = vi.fn(streams({ says: [now("bru1")], ends: notFound }));
  feed = new UnitFeed(open, nothing);
  void feed.run();
  await pass(60_000);

  expect(feed.state.line).toMatchObject({ phase: "refused", failure: { reason: "NOT_FOUND" } });
  expect(open.mock.calls.length).toBe(1);
});
