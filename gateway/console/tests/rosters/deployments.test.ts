import { create } from "@bufbuild/protobuf";
import { timestampFromMs } from "@bufbuild/protobuf/wkt";
import { expect, test } from "vitest";
import { DeploymentCoverSchema, RosterShiftSchema } from "../../src/generated/handhaving/capacity/v1/roster_pb";
import { choicesOf, missingOf, takersOf } from "../../src/rosters/deployments/deployments";
import { draftOf, shiftOf } from "../../src/rosters/editing/shiftDraft";

const cover = (line: number, function_: string, promisedCount: number, missing: number[] = []) =>
  create(DeploymentCoverSchema, { deployment: `municipalities/0888/reservations/r/lines/${line}`, function: function_, promisedCount, gaps: missing.map((count) => ({ missing: count })) });
const [one, other, gone] = [cover(1, "noodhulp", 2, [1, 2]), cover(2, "verkeer", 1), cover(3, "noodhulp", 0)];

test("what a promise misses is the most at one time", () => expect([missingOf(one), missingOf(other)]).toEqual([2, 0]));

test("a shift may serve what is promised in its function, and what it serves already", () => {
  expect(choicesOf([one, other, gone], "noodhulp", "")).toEqual([one]);
  expect(choicesOf([one, other, gone], "noodhulp", gone.deployment)).toEqual([one, gone]);
});

test("a shift that is changed goes on to serve what it did", () => {
  const shift = create(RosterShiftSchema, { id: "s", officer: "teams/wm/officers/a", function: "noodhulp", startTime: timestampFromMs(0), endTime: timestampFromMs(3_600_000), deployment: one.deployment });

  expect(shiftOf(draftOf(shift), "teams/wm").deployment).toBe(one.deployment);
  expect(takersOf([shift], one)).toEqual([shift]);
});
