import { expect, test } from "vitest";
import { placeOf, searchOf } from "../../src/capacity/calendar/address";
import { isDay, moved, periodOf } from "../../src/capacity/calendar/period";
import { stepOf } from "../../src/capacity/calendar/useHeatKeys";

test("a week begins on Monday and a month on its first", () => {
  expect(periodOf("week", "2026-12-06").first).toBe("2026-11-30");
  expect(periodOf("month", "2027-02-14")).toMatchObject({ first: "2027-02-01", start: Date.parse("2027-01-31T23:00Z"), end: Date.parse("2027-02-28T23:00Z") });
  expect(periodOf("month", "2027-02-14").days.length).toBe(28);
});

test("a period goes on where the one before it ends, over the year and the clock change", () => {
  expect(moved(periodOf("month", "2026-12-31"), 1).first).toBe("2027-01-01");
  expect(moved(periodOf("week", "2026-11-30"), -1).first).toBe("2026-11-23");
  expect(moved(periodOf("week", "2027-03-28"), 1).start).toBe(periodOf("week", "2027-03-28").end);
});

test("an address says what is shown, and what is no day is not taken", () => {
  const place = { owner: "teams/westelijke-mijnstreek", code: "noodhulp", span: "month", day: "2026-12-01" } as const;

  expect(placeOf(searchOf(place))).toEqual(place);
  expect(placeOf("?day=2027-02-30&span=year")).toEqual({ owner: "", code: "", span: "week", day: "" });
  expect([isDay("2028-02-29"), isDay("2027-02-29"), isDay("x")]).toEqual([true, false, false]);
});

test.each([
  ["ArrowRight", false, { row: 2, column: 23 }, { row: 2, column: 23 }],
  ["ArrowUp", false, { row: 2, column: 3 }, { row: 1, column: 3 }],
  ["Home", true, { row: 2, column: 3 }, { row: 0, column: 0 }],
  ["End", false, { row: 2, column: 3 }, { row: 2, column: 23 }],
  ["PageDown", false, { row: 2, column: 3 }, { row: 6, column: 3 }],
  ["x", false, { row: 2, column: 3 }, undefined],
])("%s goes where a grid says", (key, withControl, from, to) => {
  expect(stepOf(key, withControl, from, 7, 24)).toEqual(to);
});
