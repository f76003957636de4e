import { expect, test } from "vitest";
import { carried, carriedTo } from "../../src/rosters/board/lift";
import { dayOfShift, endOf, movedDays, movedQuarters, pinnedOrNot, startOf } from "../../src/rosters/editing/moves";
import { dateFieldOf } from "../../src/time/words";
import { people, shift } from "./shifts";

const times = (one: ReturnType<typeof shift>) => [dateFieldOf(startOf(one)), dateFieldOf(endOf(one))];
const bounds = { first: "2027-03-22", last: "2027-03-28", people };

test("a shift that moves by days keeps its times by the clock, over the clock change too", () => {
  const night = shift("a", "2027-03-26T22:00", "2027-03-27T06:00");

  const moved = movedDays(night, 1);

  expect(times(moved)).toEqual(["2027-03-27T22:00", "2027-03-28T06:00"]);
  expect(endOf(moved) - startOf(moved)).toBe(7 * 3_600_000);
});

test("a time that the clock skips is an hour later", () => {
  expect(times(movedDays(shift("a", "2027-03-27T02:30", "2027-03-27T10:00"), 1))).toEqual(["2027-03-28T03:30", "2027-03-28T10:00"]);
});

test("quarters move begin and end alike", () => {
  expect(times(movedQuarters(shift("a", "2027-03-22T08:00", "2027-03-22T16:00"), -1))).toEqual(["2027-03-22T07:45", "2027-03-22T15:45"]);
});

test("arrows carry a shift by days, people and quarters, and never out of the roster", () => {
  const from = shift("a", "2027-03-22T08:00", "2027-03-22T16:00");
  const after = (...keys: [string, boolean?][]) => keys.reduce((lifted, [key, withShift]) => carried(lifted, key, withShift ?? false, bounds) ?? lifted, { from, shift: from });

  expect(dayOfShift(after(["ArrowRight"], ["ArrowRight"]).shift)).toBe("2027-03-24");
  expect(after(["ArrowDown"], ["ArrowDown"], ["ArrowDown"]).shift.officer).toBe(people[2]);
  expect(times(after(["ArrowRight", true]).shift)).toEqual(["2027-03-22T08:15", "2027-03-22T16:15"]);
  expect(after(["ArrowLeft"]).shift).toBe(from);
  expect(carried({ from, shift: from }, "x", false, bounds)).toBeUndefined();
});

test("a pointer carries it to a person and day, from where it was picked up", () => {
  const from = shift("a", "2027-03-22T08:00", "2027-03-22T16:00");
  const over = carriedTo({ from, shift: movedDays(from, 3) }, people[1] ?? "", "2027-03-25", bounds);

  expect([over.shift.officer, ...times(over.shift)]).toEqual([people[1], "2027-03-25T08:00", "2027-03-25T16:00"]);
});

test("a pinned shift comes loose, a loose one is pinned, and nothing else of it changes", () => {
  const loose = shift("a", "2027-03-22T08:00", "2027-03-22T16:00");

  expect([pinnedOrNot(loose).pinned, pinnedOrNot(pinnedOrNot(loose))]).toEqual([true, loose]);
});
