import { expect, test } from "vitest";
import { nextTimeOf } from "../../src/field/duty/dutyEnd";
import { officersIn } from "../../src/field/duty/lastDuty";

const at = (text: string) => Date.parse(text);

test.each([
  ["07:00", "2027-02-07T02:00:00Z", "2027-02-07T06:00:00Z"],
  ["01:30", "2027-02-06T21:00:00Z", "2027-02-07T00:30:00Z"], // after midnight
  ["07:00", "2027-03-27T21:00:00Z", "2027-03-28T05:00:00Z"], // over the night in which summer time begins
])("a duty that ends at %s, stated at %s, ends at %s", (clockTime, now, end) => expect(nextTimeOf(clockTime, at(now))).toBe(at(end)));

test("a duty may have no stated end", () => expect(nextTimeOf("", 0)).toBeUndefined());

test("colleagues are typed with anything between them, and count once", () => {
  expect(officersIn(" officer-0888-02, OFFICER-0888-03\nofficer-0888-02 ")).toEqual(["officer-0888-02", "officer-0888-03"]);
  expect(officersIn("  ")).toEqual([]);
});
