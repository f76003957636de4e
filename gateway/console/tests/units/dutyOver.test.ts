import { create } from "@bufbuild/protobuf";
import { timestampFromMs } from "@bufbuild/protobuf/wkt";
import { expect, test } from "vitest";
import { DeskCallSchema, UnitAvailability } from "../../src/generated/handhaving/dispatch/v1/unit_pb";
import { isDutyOver } from "../../src/units/dutyOver";
import { unitGroupOf } from "../../src/units/order";
import { unit } from "../board/messages";

const end = 1_000_000;
const { AVAILABLE, PATROLLING, COMMITTED, BREAK, DUTY_OVER } = UnitAvailability;

test.each([
  [AVAILABLE, end - 1, false, "free"],
  [AVAILABLE, end, true, "away"],
  [PATROLLING, end, true, "away"],
  [COMMITTED, end, false, "busy"],
  [BREAK, end, false, "away"],
  [DUTY_OVER, end - 1, true, "away"],
] as const)("a unit that is %s, seen at %d, is past its duty: %s", (availability, now, isOver, group) => {
  const one = unit("BEE-1", { availability, dutyEndTime: timestampFromMs(end) });

  expect([isDutyOver(one, now), unitGroupOf(one, isDutyOver(one, now))]).toEqual([isOver, group]);
});

test("a duty without a stated end is never over", () => expect(isDutyOver(unit("BEE-1"), end)).toBe(false));

test("who calls the desk stands where calls are seen, also after the duty", () => {
  const one = unit("BEE-1", { calls: [create(DeskCallSchema)], dutyEndTime: timestampFromMs(end) });

  expect(unitGroupOf(one, true)).toBe("calling");
});
