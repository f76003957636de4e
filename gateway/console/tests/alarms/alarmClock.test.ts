import { create } from "@bufbuild/protobuf";
import { timestampFromMs } from "@bufbuild/protobuf/wkt";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { AlarmClock } from "../../src/alarms/alarmClock";
import { shownOf, type AlarmKind } from "../../src/alarms/alarms";
import { emptyBoard } from "../../src/board/board";
import { Feed } from "../../src/board/feed";
import type { Line } from "../../src/live/keptStream";
import { AssignmentSchema, AssignmentState } from "../../src/generated/handhaving/dispatch/v1/assignment_pb";
import { DeskCallKind } from "../../src/generated/handhaving/dispatch/v1/unit_pb";
import { IncidentState, type Incident } from "../../src/generated/handhaving/dispatch/v1/incident_pb";
import type { Unit } from "../../src/generated/handhaving/dispatch/v1/unit_pb";
import { incident, unit } from "../board/messages";

class WrittenFeed extends Feed {
  constructor() {
    super(() => { throw new Error("not opened here"); }, () => undefined);
  }

  show(incidents: Incident[], units: Unit[] = [], line: Line = { phase: "live" }): void {
    this.set({ ...this.state, line, board: { ...emptyBoard, complete: true, incidents: new Map(incidents.map((one) => [one.name, one])), units: new Map(units.map((one) => [one.name, one])) } });
  }
}

const waiting = { priority: 1, episode: 1 };
let heard: AlarmKind[];
let feed: WrittenFeed;
let alarms: AlarmClock;
let stop: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  heard = [];
  feed = new WrittenFeed();
  alarms = new AlarmClock(feed, (kind) => heard.push(kind), "centralist-wm-01");
  stop = alarms.start();
});
afterEach(() => {
  stop();
  vi.useRealTimers();
});

test("a waiting priority 1 sounds until somebody has seen it, and then never again", () => {
  feed.show([incident(1, waiting)]);
  vi.advanceTimersByTime(13_000);
  expect(heard).toEqual(["urgent", "urgent", "urgent"]);

  alarms.acknowledge(alarms.state[0]?.id ?? "");
  feed.show([incident(1, { ...waiting, description: "meer" })]);
  vi.advanceTimersByTime(60_000);
  expect([heard.length, alarms.state]).toEqual([3, []]);
});

test("it is one alarm however often the board changes", () => {
  for (let change = 0; change < 5; change++) feed.show([incident(1, { ...waiting, description: String(change) })]);

  expect([heard.length, alarms.state.length]).toEqual([1, 1]);
});

test("it ends by itself when a unit takes it, and sounds anew in a new episode", () => {
  feed.show([incident(1, waiting)]);
  alarms.acknowledge(alarms.state[0]?.id ?? "");
  feed.show([incident(1, { ...waiting, state: IncidentState.EN_ROUTE })]);
  feed.show([incident(1, { ...waiting, episode: 2 })]);

  expect([heard.length, alarms.state.length]).toEqual([2, 1]);
});

test("other priorities make no sound", () => {
  feed.show([incident(1, { ...waiting, priority: 2 })]);

  expect(heard).toEqual([]);
});

test("a crew that must speak at once is heard", () => {
  feed.show([], [unit("BEE-1", { calls: [{ $typeName: "handhaving.dispatch.v1.DeskCall", kind: DeskCallKind.SPEECH_URGENT, note: "", callTime: timestampFromMs(1_000) }] })]);

  expect(heard).toEqual(["speech"]);
});

test("a lost line sounds, is quiet when it is back, and sounds anew the next time", () => {
  feed.show([], [], { phase: "lost", since: 1 });
  alarms.acknowledge("lost");
  feed.show([]);
  feed.show([], [], { phase: "lost", since: 2 });

  expect(heard).toEqual(["lost", "lost"]);
});

test("a screen has room for three: of each kind the first, then who waits longest", () => {
  const calls = [{ $typeName: "handhaving.dispatch.v1.DeskCall" as const, kind: DeskCallKind.SPEECH_URGENT, note: "", callTime: timestampFromMs(1_000) }];
  feed.show([...Array(20).keys()].map((at) => incident(at + 1, { ...waiting, createTime: timestampFromMs(100_000 - at) })), [unit("BEE-1", { calls })]);

  expect(shownOf(alarms.state).map(({ kind, about }) => [kind, about])).toEqual([["urgent", incident(20).name], ["urgent", incident(19).name], ["speech", unit("BEE-1").name]]);
});

test("who has seen all has seen what stood there, and not what comes after", () => {
  feed.show([incident(1, waiting), incident(2, waiting)]);
  alarms.acknowledgeAll(alarms.state.map(({ id }) => id));
  vi.advanceTimersByTime(60_000);
  expect([heard.length, alarms.state]).toEqual([1, []]);

  feed.show([incident(1, waiting), incident(2, waiting), incident(3, waiting)]);
  expect(alarms.state.map(({ about }) => about)).toEqual([incident(3).name]);
});

test("one whose offer nobody answered sounds anew for who had seen it", () => {
  feed.show([incident(1, waiting)]);
  alarms.acknowledge(alarms.state[0]?.id ?? "");
  feed.show([incident(1, { ...waiting, assignments: [create(AssignmentSchema, { state: AssignmentState.OFFERED })] })]);
  expect(heard).toEqual(["urgent"]);

  feed.show([incident(1, { ...waiting, assignments: [create(AssignmentSchema, { state: AssignmentState.EXPIRED })] })]);
  expect([heard, alarms.state.length]).toEqual([["urgent", "urgent"], 1]);
});

test("a sign-in that ended sounds: from then on nothing else would", () => {
  feed.show([], [], { phase: "signInEnded" });

  expect([heard, alarms.state.map(({ kind }) => kind)]).toEqual([["ended"], ["ended"]]);
});
