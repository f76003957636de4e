import { expect, test } from "vitest";
import { ReportedBy } from "../../src/generated/handhaving/dispatch/v1/assignment_pb";
import { toldKey } from "../../src/history/telling";

test.each([
  [ReportedBy.UNIT, 0, undefined],
  [ReportedBy.UNIT, 60_000, undefined],
  [ReportedBy.UNIT, 61_000, "later"],
  [ReportedBy.DESK, 0, "byDesk"],
  [ReportedBy.DESK, 61_000, "byDeskLater"],
  [ReportedBy.UNSPECIFIED, 0, undefined],
  [undefined, 0, undefined],
])("reported by %s and noted %i ms later is told as %s", (by, late, key) => expect(toldKey(by, 1_000, 1_000 + late)).toBe(key));
