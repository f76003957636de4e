import { expect, test } from "vitest";
import { dateFieldOf, lastTimeOf, minutesAndSeconds, moment, momentOfField } from "../../src/time/words";

test.each([
  [0, "0:00"],
  [-5_000, "0:00"],
  [61_900, "1:01"],
  [3_600_000, "1:00:00"],
])("%i milliseconds are %s", (milliseconds, text) => expect(minutesAndSeconds(milliseconds)).toBe(text));

test("a moment is told in Dutch time, with its day when that is another", () => {
  const at = Date.UTC(2027, 1, 7, 1, 14, 9);
  expect(moment(at, at)).toBe("02:14:09");
  expect(moment(at, at + 86_400_000)).toContain("7 feb");
});

test.each([
  ["this minute", "02:14", Date.UTC(2027, 1, 7, 1, 14)],
  ["earlier today", "00:30", Date.UTC(2027, 1, 6, 23, 30)],
  ["later on the clock, so yesterday", "23:50", Date.UTC(2027, 1, 6, 22, 50)],
])("a time told is the last one that there was: %s", (_, told, at) => expect(lastTimeOf(told, Date.UTC(2027, 1, 7, 1, 14, 9))).toBe(at));

test.each(["", "2:14", "24:00", "12:60"])("'%s' is no time of day", (told) => expect(lastTimeOf(told, Date.UTC(2027, 1, 7))).toBeUndefined());

test("of the hour that comes twice in October the later one is meant, and one that clocks skip in March never was", () => {
  expect(lastTimeOf("02:30", Date.UTC(2026, 9, 25, 4))).toBe(Date.UTC(2026, 9, 25, 1, 30));
  expect(lastTimeOf("02:30", Date.UTC(2027, 2, 28, 4))).toBeUndefined();
});

test("what a date field says is meant in Dutch time, summer and winter", () => {
  expect([momentOfField("2027-02-07T02:14"), momentOfField("2027-07-07T02:14")]).toEqual([Date.UTC(2027, 1, 7, 1, 14), Date.UTC(2027, 6, 7, 0, 14)]);
  expect(dateFieldOf(Date.UTC(2027, 6, 7, 0, 14))).toBe("2027-07-07T02:14");
  expect([momentOfField(""), momentOfField("2027-03-28T02:30")]).toEqual([undefined, undefined]);
});
