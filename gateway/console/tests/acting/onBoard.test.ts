import { timestampFromMs } from "@bufbuild/protobuf/wkt";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { onBoard } from "../../src/acting/onBoard";
import { emptyBoard } from "../../src/board/board";
import type { FeedState } from "../../src/board/feed";
import type { Incident } from "../../src/generated/handhaving/dispatch/v1/incident_pb";
import { Store } from "../../src/time/store";
import { incident } from "../board/messages";

class Shown extends Store<FeedState> {
  constructor(...incidents: Incident[]) {
    super(stateOf(incidents));
  }

  show = (...incidents: Incident[]): void => this.set(stateOf(incidents));
}

const stateOf = (incidents: Incident[]): FeedState => ({ board: { ...emptyBoard, incidents: new Map(incidents.map((one) => [one.name, one])) }, line: { phase: "live" }, lastMessageAt: 0, skew: 0, degradations: [] });
const [before, after, later] = [1, 2, 3].map((version) => incident(1, { etag: String(version), updateTime: timestampFromMs(version) })) as [Incident, Incident, Incident];

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());

test("an act is on the board when its version is", async () => {
  const feed = new Shown(before);
  const shown = vi.fn();
  void onBoard(feed)({ incident: after })?.then(shown);

  feed.show(before, incident(2));
  await vi.advanceTimersByTimeAsync(1_999);
  expect(shown).not.toHaveBeenCalled();
  feed.show(after);
  await vi.advanceTimersByTimeAsync(0);
  expect(shown).toHaveBeenCalledOnce();
});

test("what changed once more before the board told of it is there too", async () => {
  const feed = new Shown(before);
  const shown = vi.fn();
  void onBoard(feed)({ incident: after })?.then(shown);

  feed.show(later);
  await vi.advanceTimersByTimeAsync(0);
  expect(shown).toHaveBeenCalledOnce();
});

test("where its version never comes, for two seconds at most", async () => {
  const shown = vi.fn();
  void onBoard(new Shown(before))({ incident: after })?.then(shown);

  await vi.advanceTimersByTimeAsync(2_000);
  expect(shown).toHaveBeenCalledOnce();
});

test.each([["it is there already", { incident: before }], ["it is not on the board", { incident: incident(9) }], ["the answer has none", {}], ["nothing was answered", undefined]])("nothing is waited for where %s", (_, answer) => {
  expect(onBoard(new Shown(before))(answer)).toBeUndefined();
});
