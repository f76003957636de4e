import { create } from "@bufbuild/protobuf";
import { timestampFromMs } from "@bufbuild/protobuf/wkt";
import { beforeEach, expect, test } from "vitest";
import type { UnitFeedState } from "../../../src/field/duty/unitFeed";
import { GoneJobs, type Gone, type KeptGone } from "../../../src/field/gone/goneJobs";
import type { Unsent } from "../../../src/field/unsent/step";
import { AssignmentSchema, AssignmentState, type Assignment } from "../../../src/generated/handhaving/dispatch/v1/assignment_pb";
import { EndedBy, EndedJobSchema, UnitNowSchema, type EndedJob } from "../../../src/generated/handhaving/dispatch/v1/board_service_pb";
import { Store } from "../../../src/time/store";
import { incident, unit } from "../../board/messages";

const name = "municipalities/0888/incidents/1/assignments/2";
const sentTo = (changes: Partial<Assignment> = {}) => create(UnitNowSchema, {
  unit: unit("bee1", { assignment: name }),
  incident: incident(1, { assignments: [{ ...create(AssignmentSchema, { name, state: AssignmentState.EN_ROUTE }), ...changes }] }),
});
const free = create(UnitNowSchema, { unit: unit("bee1") });
const after = (changes: Partial<EndedJob> = {}) => create(UnitNowSchema, {
  unit: unit("bee1"),
  lastEnded: { ...create(EndedJobSchema, { assignment: name, incidentNumber: "2026-000001", state: AssignmentState.WITHDRAWN, endedBy: EndedBy.DESK, reason: "niet meer nodig", endTime: timestampFromMs(80_000) }), ...changes },
});
const told = (step: Unsent["step"]): Unsent => ({ requestId: "1", at: 0, about: "", step });

class Feed extends Store<UnitFeedState> {
  constructor(now: UnitFeedState["now"]) {
    super({ now, line: { phase: "connecting" }, lastMessageAt: 0, skew: 0 });
  }
  platformNow = () => 90_000;
  says = (now: UnitFeedState["now"]) => this.set({ ...this.state, now, line: { phase: "live" } });
}

/** A phone of which a page can be loaded anew. */
class Phone implements KeptGone {
  gone: readonly Gone[] = [];
  seen: readonly string[] = [];
  sent: Unsent[] = [];
  readGone = () => this.gone;
  writeGone = (gone: readonly Gone[]) => void (this.gone = gone);
  readSeen = () => this.seen;
  writeSeen = (seen: readonly string[]) => void (this.seen = seen);
  load = (feed: Feed) => {
    const gone = new GoneJobs(this, () => ({ unsent: [], sent: this.sent }));
    gone.watch(feed);
    return gone;
  };
}

let phone: Phone;
let feed: Feed;
let gone: GoneJobs;
beforeEach(() => {
  [phone, feed] = [new Phone(), new Feed(sentTo())];
  gone = phone.load(feed);
});

test("a job that is taken away is said with how, by whom, why and when, until it was seen", () => {
  feed.says(sentTo());
  feed.says(after());
  expect(gone.state).toMatchObject([{ assignment: name, about: { place: expect.any(String) as string }, how: AssignmentState.WITHDRAWN, by: EndedBy.DESK, reason: "niet meer nodig", at: 80_000 }]);

  gone.seen(name);

  expect(gone.state).toEqual([]);
});

test("after a reload it stands there as it stood, and what was seen does not come back", () => {
  feed.says(sentTo());
  feed.says(after());
  const before = gone.state;

  const [reloadedFeed, again] = [new Feed(after()), phone];
  const reloaded = again.load(reloadedFeed);
  reloadedFeed.says(after());
  expect(reloaded.state).toEqual(before);
  reloaded.seen(name);
  const last = new Feed(undefined);
  const third = phone.load(last);
  last.says(after());

  expect(third.state).toEqual([]);
});

test("one that went while no page was open is said by its number", () => {
  const opened = new Feed(undefined);
  const store = new Phone().load(opened);
  expect(store.state).toEqual([]);

  opened.says(after());

  expect(store.state).toMatchObject([{ assignment: name, number: "2026-000001", about: undefined, how: AssignmentState.WITHDRAWN }]);
});

test("another job in its place does not hide that it went", () => {
  feed.says(sentTo());
  feed.says(create(UnitNowSchema, { ...after({ state: AssignmentState.PREEMPTED }), unit: unit("bee1", { assignment: "other" }), incident: incident(2, { assignments: [create(AssignmentSchema, { name: "other", state: AssignmentState.OFFERED })] }) }));

  expect(gone.state).toMatchObject([{ assignment: name, how: AssignmentState.PREEMPTED }]);
});

test("a platform that does not tell how is believed that it went", () => {
  feed.says(sentTo());
  feed.says(free);

  expect(gone.state).toMatchObject([{ assignment: name, how: AssignmentState.UNSPECIFIED, by: EndedBy.UNSPECIFIED, reason: "", at: 90_000 }]);
});

test("there an offer that nobody answered is said to have expired", () => {
  feed.says(sentTo({ state: AssignmentState.OFFERED, expireTime: timestampFromMs(89_000) }));
  feed.says(free);

  expect(gone.state.map(({ how }) => how)).toEqual([AssignmentState.EXPIRED]);
});

test("what a colleague finished is nothing new; that one declined an offer is", () => {
  feed.says(sentTo());
  feed.says(after({ state: AssignmentState.CLEARED, endedBy: EndedBy.CREW }));
  expect(gone.state).toEqual([]);

  feed.says(sentTo());
  feed.says(after({ state: AssignmentState.DECLINED, endedBy: EndedBy.CREW, reason: "te ver" }));

  expect(gone.state).toMatchObject([{ how: AssignmentState.DECLINED, by: EndedBy.CREW, reason: "te ver" }]);
});

test("what a colleague declined long ago is nothing to a phone that comes later", () => {
  const later = new Feed(undefined);
  const second = phone.load(later);
  later.says(after({ state: AssignmentState.DECLINED, endedBy: EndedBy.CREW, endTime: timestampFromMs(90_000 - 600_000) }));

  expect(second.state).toEqual([]);
});

test("what this phone ended or declined is nothing new, nor after a reload", () => {
  feed.says(sentTo());
  phone.sent = [told({ kind: "fail", assignment: name, reason: "lekke band" })];
  feed.says(after({ state: AssignmentState.FAILED }));
  phone.sent = [];
  const reloaded = new Feed(undefined);
  const second = phone.load(reloaded);
  reloaded.says(after({ state: AssignmentState.FAILED }));
  expect([gone.state, second.state]).toEqual([[], []]);

  const other = "municipalities/0888/incidents/1/assignments/3";
  second.declines(other);
  const third = phone.load(feed);
  feed.says(after({ assignment: other, state: AssignmentState.DECLINED, endedBy: EndedBy.CREW }));

  expect(third.state).toEqual([]);
});

test("a decline that was refused is taken back: what the desk does then is said", () => {
  feed.says(sentTo());
  gone.declines(name)();
  feed.says(after());

  expect(gone.state.length).toBe(1);
});

test("a job that goes on is not gone, nor one that cannot be shown for a while", () => {
  feed.says(sentTo());
  feed.says(create(UnitNowSchema, { unit: unit("bee1", { assignment: name }) }));
  feed.says(sentTo({ state: AssignmentState.ON_SCENE }));

  expect(gone.state).toEqual([]);
});
