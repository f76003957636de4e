import { expect, test } from "vitest";
import { earlierMoment, earlierNote } from "../../../src/field/job/earlier";

const now = Date.parse("2026-11-30T14:20:30Z"); // 15:20:30 on Dutch clocks

test("a step is told with the last time at which a clock showed it", () => {
  expect(earlierMoment("15:05", Date.parse("2026-11-30T14:00:00Z"), now)).toBe(Date.parse("2026-11-30T14:05:00Z"));
});

test("what is no time yet, is none", () => {
  expect(["", "25:00"].map((typed) => earlierMoment(typed, 0, now))).toEqual(["unclear", "unclear"]);
});

test("a time before the previous step is said at once, but for the minute that a clock leaves out", () => {
  const before = Date.parse("2026-11-30T14:05:40Z");

  expect([earlierMoment("15:04", before, now), earlierMoment("15:05", before, now)]).toEqual(["tooEarly", Date.parse("2026-11-30T14:05:00Z")]);
});

test("a note may tell of before the last step", () => {
  expect([earlierNote("15:04", now), earlierNote("25:00", now)]).toEqual([Date.parse("2026-11-30T14:04:00Z"), "unclear"]);
});
