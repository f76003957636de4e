import { expect, test } from "vitest";
import { clashes, countOf, newId, noEdits, putShift, removeShift, requestOf, shiftsWith, without } from "../../src/rosters/editing/edits";
import { draftOf, problemOf, shiftOf } from "../../src/rosters/editing/shiftDraft";
import { people, shift } from "./shifts";

const a = shift("a", "2027-03-22T08:00", "2027-03-22T16:00");
const b = shift("b", "2027-03-23T08:00", "2027-03-23T16:00");
const later = { ...a, note: "later" };

test("what was changed stands in the place of what the platform has", () => {
  const fresh = shift(newId(), "2027-03-21T08:00", "2027-03-21T16:00");
  const edits = putShift(removeShift(putShift(noEdits, later), "b"), fresh);

  expect(shiftsWith([a, b], edits).map(({ id, note }) => [id, note])).toEqual([[fresh.id, ""], ["a", "later"]]);
  expect(countOf(edits)).toBe(3);
  expect(countOf(removeShift(edits, fresh.id))).toBe(2);
});

test("a new shift is sent without an id, and so is one that somebody else took away", () => {
  const edits = removeShift(putShift(putShift(noEdits, later), shift(newId(), "2027-03-21T08:00", "2027-03-21T16:00")), "b");

  expect(requestOf(edits, [a, b])).toMatchObject({ shifts: [{ id: "a" }, { id: "" }], removedIds: ["b"] });
  expect(requestOf(edits, [])).toMatchObject({ shifts: [{ id: "" }, { id: "" }], removedIds: [] });
});

test("what is changed while the rest is sent stays", () => {
  const sent = putShift(putShift(noEdits, later), b);

  expect([...without(putShift(sent, { ...later, note: "once more" }), sent).put.keys()]).toEqual(["a"]);
});

test("a shift that both sides changed is told, one that only this side changed is not", () => {
  const edits = removeShift(putShift(noEdits, later), "b");

  expect(clashes(edits, [a, b], [{ ...a, pinned: true }, b])).toEqual(["a"]);
  expect(clashes(edits, [a, b], [a])).toEqual(["b"]);
  expect(clashes(edits, [a, b], [a, b])).toEqual([]);
});

test.each([
  [{ function: "" }, "function"], [{ unit: "Boa 1" }, "unit"], [{ from: "" }, "from"], [{ to: "" }, "to"], [{ to: "2027-03-22T08:00" }, "order"], [{ to: "2027-03-23T09:00" }, "long"],
  [{ from: "2027-03-21T22:00", to: "2027-03-22T06:00" }, "outside"], [{ breakMinutes: "300" }, "break"], [{}, undefined],
])("of a shift %o is wrong: %s", (part, problem) => {
  expect(problemOf({ ...draftOf(a), ...part }, "2027-03-22", "2027-03-28")).toBe(problem);
});

test("a shift goes through its form unchanged", () => {
  const whole = { ...a, unit: "municipalities/0888/units/boa-0888-1", breakMinutes: 30, pinned: true };

  expect(shiftOf(draftOf(whole), "municipalities/0888")).toMatchObject({ officer: people[0], unit: whole.unit, breakMinutes: 30, pinned: true, startTime: a.startTime, endTime: a.endTime });
});
