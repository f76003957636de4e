import { create } from "@bufbuild/protobuf";
import { timestampFromMs } from "@bufbuild/protobuf/wkt";
import { expect, test } from "vitest";
import { heatOf, type Cell } from "../../src/capacity/calendar/heat";
import { periodOf } from "../../src/capacity/calendar/period";
import { CapacityBlockSchema } from "../../src/generated/handhaving/capacity/v1/ledger_pb";

const block = (at: string, free: number, more: { waived?: number; known?: boolean } = {}) =>
  create(CapacityBlockSchema, { startTime: timestampFromMs(Date.parse(at)), free, waived: more.waived ?? 0, ...(more.known !== false && { reportTime: timestampFromMs(0), reportedBy: "planner" }) });
const cellAt = (rows: readonly (readonly Cell[])[], day: string, hour: number) => rows.flat().find((cell) => cell.day === day && cell.hour === hour);

const week = periodOf("week", "2026-12-02");

test("an hour shows the quarter that is worst off", () => {
  const rows = heatOf(week, [block("2026-12-02T08:00Z", 4), block("2026-12-02T08:15Z", 1), block("2026-12-02T08:30Z", -2), block("2026-12-02T08:45Z", 6)]);

  expect(cellAt(rows, "2026-12-02", 9)).toMatchObject({ level: "short", free: -2, isPartlyUnknown: false });
});

test("what nobody reported is unknown, never nothing", () => {
  const rows = heatOf(week, [block("2026-12-02T08:00Z", 0, { known: false }), block("2026-12-02T09:00Z", 3)]);

  expect(cellAt(rows, "2026-12-02", 9)).toMatchObject({ level: "unknown", free: undefined });
  expect(cellAt(rows, "2026-12-02", 10)).toMatchObject({ level: "enough", free: 3, isPartlyUnknown: true });
  expect(cellAt(rows, "2026-12-03", 10)?.level).toBe("unknown");
});

test("what a decision let go below the waterline is told apart from what is short", () => {
  const hour = (waived: number) => cellAt(heatOf(week, [block("2026-12-02T08:00Z", -2, { waived })]), "2026-12-02", 9)?.level;

  expect([hour(2), hour(1)]).toEqual(["decided", "short"]);
});

test.each([["2026-10-25", 2, 8], ["2027-03-28", 2, 0], ["2026-12-02", 2, 4]])("on %s hour %i has %i quarters", (day, hour, quarters) => {
  const rows = heatOf(periodOf("month", day), []);

  expect(cellAt(rows, day, hour)?.quarters.length).toBe(quarters);
  expect(rows.flat().reduce((sum, cell) => sum + cell.quarters.length, 0)).toBe((periodOf("month", day).end - periodOf("month", day).start) / 900_000);
});
