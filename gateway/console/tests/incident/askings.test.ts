import { expect, test } from "vitest";
import { letters } from "../../src/command/grammar";
import { IncidentState } from "../../src/generated/handhaving/dispatch/v1/incident_pb";
import { askings, askingsIn, isHeld, letterOf } from "../../src/incident/askings";

test.each([
  [IncidentState.PENDING, ["classify", "cautions", "note", "move", "priority", "hold", "ask", "settle", "cancel"]],
  [IncidentState.AWAITING_REPORTER, ["answer", "classify", "cautions", "note", "move", "priority", "settle", "cancel"]],
  [IncidentState.CLOSED, ["note", "reopen"]],
  [IncidentState.CANCELLED, ["note"]],
])("in state %i can be asked: %j", (state, expected) => expect(askingsIn({ state, type: "noise" })).toEqual(expected));

test("before it is judged, what a crew must know is said with the judging", () => expect(askingsIn({ state: IncidentState.RECEIVED, type: "" })).not.toContain("cautions"));

test("what was set aside or waits can be taken up again", () => expect([IncidentState.ON_HOLD, IncidentState.AWAITING_REPORTER, IncidentState.SCHEDULED, IncidentState.PENDING].map(isHeld)).toEqual([true, true, true, false]));

test("each has a command of its own", () => {
  expect(new Set(letters).size).toBe(letters.length);
  expect(askings.map(([asking]) => letters.includes(letterOf(asking)))).toEqual(askings.map(() => true));
});
