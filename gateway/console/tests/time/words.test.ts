import { expect, test } from "vitest";
import { minutesAndSeconds, moment } from "../../src/time/words";

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
