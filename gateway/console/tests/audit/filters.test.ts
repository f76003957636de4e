import { expect, test } from "vitest";
import { problemOf, requestOf, usualFilters, type Filters } from "../../src/audit/asking/filters";
import { EntrySelection } from "../../src/generated/handhaving/dispatch/v1/audit_service_pb";

const winter = Date.UTC(2027, 1, 7, 1, 14);
const blank: Filters = { actor: "", object: "", action: "", from: "", to: "", selection: EntrySelection.UNSPECIFIED };

test("it begins with the last seven days, by Dutch clocks", () => {
  expect(usualFilters(winter)).toEqual({ ...blank, from: "2027-01-31T02:14" });
});

test.each([
  [{}, undefined],
  [{ from: "2027-02-07T02:14", to: "2027-02-07T02:15" }, undefined],
  [{ from: "2027-02-07T02:14", to: "2027-02-07T02:14" }, "order"],
  [{ from: "2027-03-28T02:30" }, "from"], // no clock shows it: summer time begins
  [{ to: "2027-02-30T02:14" }, "to"],
])("%o is wrong in: %s", (changes, problem) => expect(problemOf({ ...blank, ...changes })).toBe(problem));

test("a request says what is looked for and no more, the latest first", () => {
  expect(requestOf("municipalities/0888", { ...blank, actor: " centralist-wm-01 ", action: "CONSULT", from: "2027-02-07T02:14", selection: EntrySelection.REFUSED })).toEqual({
    parent: "municipalities/0888", actor: "centralist-wm-01", object: "", action: "CONSULT", selection: EntrySelection.REFUSED, newestFirst: true,
    fromTime: expect.objectContaining({ seconds: BigInt(winter / 1000) }) as unknown,
  });
});
