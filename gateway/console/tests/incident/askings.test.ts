import { create } from "@bufbuild/protobuf";
import { expect, test } from "vitest";
import { letters } from "../../src/command/grammar/grammar";
import { IncidentSchema, IncidentState } from "../../src/generated/handhaving/dispatch/v1/incident_pb";
import { askings, askingsIn, isHeld, letterOf } from "../../src/incident/askings";

const judged = create(IncidentSchema, { type: "noise", priority: 3, location: { description: "Markt" } });

test.each([
  [IncidentState.PENDING, ["classify", "cautions", "note", "move", "priority", "hold", "ask", "settle", "cancel"]],
  [IncidentState.AWAITING_REPORTER, ["answer", "classify", "cautions", "note", "move", "priority", "settle", "cancel"]],
  [IncidentState.CLOSED, ["note", "reopen"]],
  [IncidentState.CANCELLED, ["note"]],
])("in state %i can be asked: %j", (state, expected) => expect(askingsIn({ ...judged, state })).toEqual(expected));

test.each([
  ["received", { state: IncidentState.RECEIVED }, false],
  ["without a kind", { type: "" }, false],
  ["without a priority", { priority: 0 }, false],
  ["without a place", { location: undefined }, false],
  ["without a place, with why", { location: undefined, locationUnknownReason: "rijdt nog" }, true],
])("what a crew must know is said with the judging until that is done: %s", (_, changes, isOffered) =>
  expect(askingsIn({ ...judged, state: IncidentState.AWAITING_REPORTER, ...changes }).includes("cautions")).toBe(isOffered));

test("what was set aside or waits can be taken up again", () => expect([IncidentState.ON_HOLD, IncidentState.AWAITING_REPORTER, IncidentState.SCHEDULED, IncidentState.PENDING].map(isHeld)).toEqual([true, true, true, false]));

test("each has a command of its own", () => {
  expect(new Set(letters).size).toBe(letters.length);
  expect(askings.map(([asking]) => letters.includes(letterOf(asking)))).toEqual(askings.map(() => true));
});
