import { create } from "@bufbuild/protobuf";
import { timestampFromMs } from "@bufbuild/protobuf/wkt";
import { beforeEach, expect, test } from "vitest";
import type { UnitFeedState } from "../../src/field/duty/unitFeed";
import { GoneJobs } from "../../src/field/job/goneJobs";
import type { Unsent } from "../../src/field/unsent/step";
import { AssignmentSchema, AssignmentState, ReportedBy, StepReportSchema, type Assignment } from "../../src/generated/handhaving/dispatch/v1/assignment_pb";
import { UnitNowSchema } from "../../src/generated/handhaving/dispatch/v1/board_service_pb";
import type { Incident } from "../../src/generated/handhaving/dispatch/v1/incident_pb";
import { Store } from "../../src/time/store";
import { incident, unit } from "../board/messages";

const name = "municipalities/0888/incidents/1/assignments/2";
const withAssignment = (changes: Partial<Assignment>) => incident(1, { assignments: [{ ...create(AssignmentSchema, { name, state: AssignmentState.EN_ROUTE }), ...changes }] });
const sentTo = (changes: Partial<Assignment> = {}) => create(UnitNowSchema, { unit: unit("bee1", { assignment: name }), incident: withAssignment(changes) });
const free = create(UnitNowSchema, { unit: unit("bee1") });
const told = (step: Unsent["step"]): Unsent => ({ requestId: "1", at: 0, about: "", step });

class Feed extends Store<UnitFeedState> {
  constructor() {
    super({ now: sentTo(), line: { phase: "connecting" }, lastMessageAt: 0, skew: 0 });
  }
  platformNow = () => 90_000;
  says = (now: UnitFeedState["now"]) => {
    this.set({ ...this.state, now, line: { phase: "live" } });
    return new Promise((resolve) => setTimeout(resolve));
  };
}

let sent: Unsent[];
let readable: Incident | undefined;
let reads: number;
let feed: Feed;
let gone: GoneJobs;
beforeEach(() => {
  [sent, readable, reads, feed] = [[], undefined, 0, new Feed()];
  gone = new GoneJobs(() => {
    reads++;
    return readable ? Promise.resolve(readable) : Promise.reject(new Error("NOT_FOUND"));
  }, () => ({ unsent: [], sent }));
  gone.watch(feed);
});

test("a job that is taken away is said until it was seen, also where the crew may not read why", async () => {
  await feed.says(sentTo());
  await feed.says(free);
  expect(gone.state).toMatchObject([{ job: { assignment: { name } }, how: AssignmentState.UNSPECIFIED, reason: "", at: 90_000 }]);

  gone.seen(name);

  expect(gone.state).toEqual([]);
});

test("one that went while the page was loaded anew is said too, and none before the line is there", async () => {
  expect(gone.state).toEqual([]);

  await feed.says(free);

  expect(gone.state.length).toBe(1);
});

test("how, why and when are said where they can be read", async () => {
  await feed.says(sentTo());
  readable = withAssignment({ state: AssignmentState.WITHDRAWN, endReason: "niet meer nodig", endTime: timestampFromMs(80_000) });
  await feed.says(free);

  expect(gone.state).toMatchObject([{ how: AssignmentState.WITHDRAWN, reason: "niet meer nodig", byDesk: true, at: 80_000 }]);
});

test("another job in its place does not hide that it went", async () => {
  await feed.says(sentTo());
  await feed.says(create(UnitNowSchema, { unit: unit("bee1", { assignment: "other" }), incident: incident(2, { assignments: [create(AssignmentSchema, { name: "other", state: AssignmentState.OFFERED })] }) }));

  expect(gone.state.map(({ job }) => job.assignment.name)).toEqual([name]);
});

test("an offer that nobody answered is said to have expired, and asks nothing", async () => {
  await feed.says(sentTo({ state: AssignmentState.OFFERED, expireTime: timestampFromMs(89_000) }));
  await feed.says(free);

  expect([gone.state[0]?.how, gone.state[0]?.byDesk, reads]).toEqual([AssignmentState.EXPIRED, false, 0]);
});

test("what this phone ended, what it declined and what a colleague ended is nothing new", async () => {
  await feed.says(sentTo());
  sent = [told({ kind: "clear", assignment: name, disposition: "" })];
  await feed.says(free);
  sent = [];
  await feed.says(sentTo());
  const takeBack = gone.declines(name);
  await feed.says(free);
  takeBack();
  await feed.says(sentTo());
  readable = withAssignment({ state: AssignmentState.CLEARED, endReport: create(StepReportSchema, { reportedBy: ReportedBy.UNIT }) });
  await feed.says(free);

  expect(gone.state).toEqual([]);
});

test("a job that goes on is not gone, nor one that cannot be shown for a while", async () => {
  await feed.says(sentTo());
  await feed.says(create(UnitNowSchema, { unit: unit("bee1", { assignment: name }) }));
  await feed.says(sentTo({ state: AssignmentState.ON_SCENE }));

  expect(gone.state).toEqual([]);
});
