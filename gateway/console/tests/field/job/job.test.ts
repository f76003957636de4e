import { create } from "@bufbuild/protobuf";
import { timestampFromMs } from "@bufbuild/protobuf/wkt";
import { expect, test } from "vitest";
import { isOver, jobOf } from "../../../src/field/job/job";
import type { Unsent } from "../../../src/field/unsent/step";
import { AssignmentSchema, AssignmentState } from "../../../src/generated/handhaving/dispatch/v1/assignment_pb";
import { UnitNowSchema } from "../../../src/generated/handhaving/dispatch/v1/board_service_pb";
import { incident, unit } from "../../board/messages";

const name = "municipalities/0888/incidents/1/assignments/2";
const now = (state: AssignmentState) =>
  create(UnitNowSchema, { unit: unit("bee1", { assignment: name }), incident: incident(1, { assignments: [create(AssignmentSchema, { name, state })] }) });
const told = (kind: "enRoute" | "onScene", more: Partial<Unsent> = {}): Unsent => ({ requestId: kind, at: 0, about: "", step: { kind, assignment: name }, ...more });
const nothing = { unsent: [], sent: [] };

test("a unit without an assignment has no job", () => {
  expect(jobOf(create(UnitNowSchema, { unit: unit("bee1") }), nothing)).toBeUndefined();
  expect(jobOf(undefined, nothing)).toBeUndefined();
});

test("a job is as far as the platform says", () => {
  expect(jobOf(now(AssignmentState.ACCEPTED), nothing)?.state).toBe(AssignmentState.ACCEPTED);
});

test("what was told and not sent, or sent and not told back yet, counts for the crew", () => {
  expect(jobOf(now(AssignmentState.ACCEPTED), { unsent: [told("enRoute"), told("onScene")], sent: [] })?.state).toBe(AssignmentState.ON_SCENE);
  expect(jobOf(now(AssignmentState.ACCEPTED), { unsent: [], sent: [told("enRoute")] })?.state).toBe(AssignmentState.EN_ROUTE);
});

test("a step that was refused, or is about another job, does not", () => {
  const refusal = { reason: "TRANSITION_NOT_ALLOWED", dutch: "", english: "", metadata: {}, fields: [], traceId: "", inDoubt: false };

  expect(jobOf(now(AssignmentState.ACCEPTED), { unsent: [told("enRoute", { refusal })], sent: [] })?.state).toBe(AssignmentState.ACCEPTED);
  expect(jobOf(now(AssignmentState.ACCEPTED), { unsent: [told("enRoute", { step: { kind: "enRoute", assignment: "another" } })], sent: [] })?.state).toBe(AssignmentState.ACCEPTED);
});

test("a platform that is further than what was told stays so", () => {
  expect(jobOf(now(AssignmentState.ON_SCENE), { unsent: [], sent: [told("enRoute")] })?.state).toBe(AssignmentState.ON_SCENE);
});

test("an assignment that ended is over, one on scene is not", () => {
  expect([AssignmentState.ON_SCENE, AssignmentState.CLEARED, AssignmentState.WITHDRAWN].map(isOver)).toEqual([false, true, true]);
});

test("what is told of the next step lies not before the last one, whether that was told here or elsewhere", () => {
  const times = { offerTime: timestampFromMs(1_000), acceptTime: timestampFromMs(2_000) };
  const accepted = create(UnitNowSchema, { unit: unit("bee1", { assignment: name }), incident: incident(1, { assignments: [create(AssignmentSchema, { name, state: AssignmentState.ACCEPTED, ...times })] }) });

  expect([jobOf(accepted, nothing)?.lastStepAt, jobOf(accepted, { unsent: [told("enRoute", { at: 5_000 })], sent: [] })?.lastStepAt]).toEqual([2_000, 5_000]);
});

test("that nobody told to be on the way is known on scene, and not before", () => {
  expect(jobOf(now(AssignmentState.ACCEPTED), nothing)?.isEnRouteMissing).toBe(false);
  expect(jobOf(now(AssignmentState.ON_SCENE), nothing)?.isEnRouteMissing).toBe(true);
  expect(jobOf(now(AssignmentState.ACCEPTED), { unsent: [told("enRoute"), told("onScene")], sent: [] })?.isEnRouteMissing).toBe(false);
});
