import { Code, ConnectError } from "@connectrpc/connect";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Feed } from "../../src/board/feed";
import { ErrorInfoSchema } from "../../src/generated/google/rpc/error_details_pb";
import { incident, says, stream } from "./messages";
import { Platform } from "./platform";

const first = stream(says.hello(true), says.item(incident(1)), says.end(1, "a"));
const refusal = new ConnectError("no", Code.PermissionDenied, undefined, [{ desc: ErrorInfoSchema, value: { reason: "PERMISSION_MISSING", domain: "handhaving" } }]);

let platform: Platform;
let feed: Feed;
const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

beforeEach(async () => {
  vi.useFakeTimers();
  platform = new Platform();
  feed = new Feed(platform.open, (show) => setTimeout(show, 16));
  void feed.run();
  platform.send(first);
  await pass(50);
});

afterEach(() => {
  feed.stop();
  vi.useRealTimers();
});

test("a stream that is open is live", () => {
  expect([feed.state.line.phase, feed.state.board.complete, feed.state.board.incidents.size]).toEqual(["live", true, 1]);
});

test("a stream that ends is resumed by its token, and a short break is no loss", async () => {
  platform.end();
  await pass(500);
  platform.send(stream(says.hello(false), says.change(incident(2), "b")));
  await pass(5_000);

  expect(platform.asked).toEqual(["", "a"]);
  expect([feed.state.line.phase, feed.state.board.incidents.size]).toEqual(["live", 2]);
});

test("a longer break is told with since when, and old data is kept", async () => {
  const lastMessageAt = feed.state.lastMessageAt;
  platform.end(new ConnectError("gone", Code.Unavailable));
  await pass(4_000);

  expect(feed.state.line).toEqual({ phase: "lost", since: lastMessageAt });
  expect(feed.state.board.incidents.size).toBe(1);

  platform.send(stream(says.hello(false)));
  await pass(50);
  expect(feed.state.line.phase).toBe("live");
});

test("silence beyond the heartbeat counts as a loss, and the stream is opened anew", async () => {
  await pass(16_500);

  expect(feed.state.line.phase).toBe("lost");
  expect(platform.asked).toEqual(["", "a"]);
});

test("heartbeats alone keep it live", async () => {
  for (let beat = 0; beat < 4; beat++) {
    platform.send([{ ...says.heartbeat(), sequence: BigInt(4 + beat) }]);
    await pass(10_000);
  }

  expect([feed.state.line.phase, platform.asked.length]).toEqual(["live", 1]);
});

test("a missing message makes it resume from the last that was whole", async () => {
  platform.send([{ ...says.change(incident(2), "c"), sequence: 6n }]);
  await pass(20);
  platform.send([{ ...says.change(incident(3), "d"), sequence: 7n }]);
  await pass(500);

  expect(platform.asked).toEqual(["", "a"]);
});

test("what is refused is told and not asked again by itself", async () => {
  platform.end(refusal);
  await pass(60_000);

  expect(feed.state.line).toMatchObject({ phase: "refused", failure: { reason: "PERMISSION_MISSING" } });
  expect(platform.asked.length).toBe(2 - 1);

  feed.retry();
  await pass(10);
  expect(platform.asked.length).toBe(2);
});

test("trying again now starts a try at once, also while one hangs", async () => {
  await pass(15_100); // the stream is silent, and what is asked next hangs
  expect([feed.state.line.phase, platform.asked.length]).toEqual(["lost", 2]);

  feed.retry();
  await pass(1);
  expect(platform.asked.length).toBe(3);
});

test("trying again now waits for nobody who hears of no abort", async () => {
  let asked = 0;
  const hanging = new Feed(() => {
    asked++;
    return (async function* () {
      await new Promise(() => undefined);
      yield* [];
    })();
  }, (show) => setTimeout(show, 16));
  void hanging.run();
  await pass(4_000);
  hanging.networkLost();
  await pass(10);
  hanging.retry();
  await pass(10);

  expect(asked).toBe(2);
  hanging.stop();
});

test("trying again now leaves alone what is live", async () => {
  feed.retry();
  await pass(100);

  expect([feed.state.line.phase, platform.asked.length]).toEqual(["live", 1]);
});

test("the age of the last message never goes back", async () => {
  const { lastMessageAt } = feed.state;
  const old = new Feed(() => (async function* () {
    yield { message: { ...says.hello(true), sequence: 1n }, at: lastMessageAt };
    yield { message: { ...says.end(0, "a"), sequence: 2n }, at: lastMessageAt };
    yield { message: { ...says.heartbeat(), sequence: 3n }, at: lastMessageAt - 18_000 };
    await new Promise(() => undefined);
  })(), (show) => setTimeout(show, 16));
  void old.run();
  await pass(50);

  expect(old.state.lastMessageAt).toBe(lastMessageAt);
  old.stop();
});

test("without a network it says so at once", () => {
  feed.networkLost();

  expect(feed.state.line.phase).toBe("lost");
});

test("when the sign-in ends nothing new is shown and no loss is told, until it opens for somebody again", async () => {
  feed.signInEnded();
  await pass(10_000);
  feed.retry(); // as when the network is back
  await pass(10_000);
  expect([feed.state.line, feed.state.board.incidents.size, platform.asked.length]).toEqual([{ phase: "signInEnded" }, 1, 1]);

  feed.signedInAgain();
  await pass(1);
  platform.send(stream(says.hello(false)));
  await pass(50);
  expect(feed.state.line.phase).toBe("live");
});

test("what came just before the sign-in ended does not make it live again", async () => {
  platform.send([{ ...says.heartbeat(), sequence: 4n }]);
  await pass(1);
  feed.signInEnded();
  await pass(50);

  expect(feed.state.line.phase).toBe("signInEnded");
});
