import { create } from "@bufbuild/protobuf";
import { expect, test } from "vitest";
import { missingOf, nobody, requestOf, SigningOnDraft, type SigningOn } from "../../src/duty/signOn";
import { isOwn } from "../../src/duty/roster";
import { SignOnUnitRequestSchema } from "../../src/generated/handhaving/dispatch/v1/unit_service_pb";
import { unit } from "../board/messages";

const now = Date.UTC(2027, 1, 7, 12);
const whole: SigningOn = { ...nobody, unit: unit("BEE-1"), unitWords: "BEE-1", crew: ["officer-0888-01", "officer-0888-02"] };

test.each<[string, Partial<SigningOn>, ReturnType<typeof missingOf>]>([
  ["a unit and its crew", {}, undefined],
  ["no unit", { unit: undefined }, "unit"],
  ["nobody in it", { crew: [] }, "crew"],
  ["an end that is over", { end: "2027-02-07T12:59" }, "end"],
  ["an end that no clock shows", { end: "2027-03-28T02:30" }, "end"],
  ["an end to come", { end: "2027-02-07T13:01" }, undefined],
])("with %s it says so", (_, changes, missing) => expect(missingOf({ ...whole, ...changes }, now)).toBe(missing));

test("what is not stated is not sent", () => {
  expect(create(SignOnUnitRequestSchema, requestOf(whole))).toMatchObject({ name: "municipalities/0888/units/BEE-1", crew: [{ officer: "officer-0888-01" }, { officer: "officer-0888-02" }], radio: "", vehicle: "", equipment: [] });
  expect(create(SignOnUnitRequestSchema, requestOf(whole)).dutyEndTime).toBeUndefined();
});

test("another unit begins with an empty crew, the same keeps it", () => {
  const draft = new SigningOnDraft();
  draft.choose(unit("BEE-1"));
  draft.change({ crew: ["officer-0888-01"] });

  draft.choose(unit("BEE-1"));
  expect(draft.state.crew).toEqual(["officer-0888-01"]);
  draft.choose(unit("BEE-2"));
  expect(draft.state).toMatchObject({ crew: [], unitWords: "BEE-2" });
});

test("a unit is one's own by municipality or team", () => {
  const person = { municipalities: ["0888"], teams: ["westelijke-mijnstreek"] };

  expect(["municipalities/0888/units/a", "teams/westelijke-mijnstreek/units/b", "municipalities/0971/units/c"].map((name) => isOwn(person, name))).toEqual([true, true, false]);
});
