import { create } from "@bufbuild/protobuf";
import { timestampFromMs } from "@bufbuild/protobuf/wkt";
import { expect, test } from "vitest";
import { FindingSeverity, RosterFindingSchema } from "../../src/generated/handhaving/capacity/v1/roster_pb";
import { findingsAt, worstOf } from "../../src/rosters/findings/findings";
import { changesOf, peopleNamed } from "../../src/rosters/publishing/changes";
import { askedOf, problemOf, rememberedWanted, type Wanted } from "../../src/rosters/solving/wanted";
import { momentOfField } from "../../src/time/words";
import { people, shift } from "./shifts";

const now = momentOfField("2027-03-20T12:00") ?? 0;
const a = shift("a", "2027-03-22T08:00", "2027-03-22T16:00");
const day: Wanted = { code: "dag", function: "boa-1", unit: "boa-0888-1", start: "08:30", hours: "8,5", counts: ["2", "", "", "", "", "0", "1"] };

test("a rest that is too short stands at the shifts on both sides of it, of that person alone", () => {
  const at = (field: string) => timestampFromMs(momentOfField(field) ?? 0);
  const rest = create(RosterFindingSchema, { officer: people[0] ?? "", severity: FindingSeverity.BREACH, startTime: at("2027-03-22T16:00"), endTime: at("2027-03-23T00:00") });
  const warning = create(RosterFindingSchema, { ...rest, severity: FindingSeverity.WARNING });

  expect([a, shift("b", "2027-03-23T00:00", "2027-03-23T08:00"), shift("c", "2027-03-23T08:00", "2027-03-23T16:00"), { ...a, officer: people[1] ?? "" }].map((one) => findingsAt(one, [rest]).length)).toEqual([1, 1, 0, 0]);
  expect([worstOf([warning, rest]), worstOf([])]).toEqual(["breach", undefined]);
});

test("what people are told differs by what shifts say, not by their ids; what is over is not told", () => {
  const told = [a, shift("b", "2027-03-23T08:00", "2027-03-23T16:00"), shift("old", "2027-03-19T08:00", "2027-03-19T16:00")];
  const next = [{ ...a, id: "other" }, shift("x", "2027-03-23T10:00", "2027-03-23T18:00"), shift("y", "2027-03-26T08:00", "2027-03-26T16:00")];

  expect(changesOf(told, next, now).map(({ kind, shift: { id }, days }) => [kind, id, days])).toEqual([["moved", "x", 2], ["added", "y", 5]]);
  expect(changesOf(told, [], now).map(({ kind }) => kind)).toEqual(["removed", "removed"]);
});

test("people whom a refusal names are found by their full names", () => {
  expect(peopleNamed(`${people[0]}, two`, people)).toEqual([people[0], people[1]]);
  expect(peopleNamed("", people)).toEqual([]);
});

test("shifts are asked for on the days of the week that want somebody", () => {
  const { kinds, covers } = askedOf([day], "municipalities/0888", "2027-03-22", "2027-03-29");

  expect(kinds).toEqual([{ code: "dag", function: "boa-1", unit: "municipalities/0888/units/boa-0888-1", startMinute: 510, lengthMinutes: 510 }]);
  expect(covers.map(({ day: at, wanted }) => [at.day, wanted])).toEqual([[22, 2], [28, 1], [29, 2]]);
});

test.each([
  [[], "none"], [[{ ...day, code: "a b" }], "code"], [[day, day], "twice"], [[{ ...day, start: "" }], "start"], [[{ ...day, hours: "13" }], "hours"], [[{ ...day, hours: "x" }], "hours"],
  [[{ ...day, counts: ["x"] }], "counts"], [[{ ...day, counts: ["0", ""] }], "nobody"], [[day], undefined],
])("of what is asked %o is wrong: %s", (wanted, problem) => {
  expect(problemOf(wanted)).toBe(problem);
});

test("what was asked for last comes back, and what cannot be read is nothing", () => {
  expect(rememberedWanted(JSON.stringify([day, { code: "x" }]))).toEqual([day]);
  expect([rememberedWanted(null), rememberedWanted("{"), rememberedWanted("3")]).toEqual([[], [], []]);
});
