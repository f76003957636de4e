import { expect, test } from "vitest";
import { isGone } from "../../../src/field/gone/readGone";

const gone = { assignment: "municipalities/0888/incidents/1/assignments/2", number: "2026-000001", how: 8, by: 2, reason: "", at: 1_000 };

test("a job that went is read back, with what is known of it or without", () => {
  expect([gone, { ...gone, about: { type: "noise", priority: 3, place: "" } }, { ...gone, about: { type: "noise", typeDisplayName: "Burengerucht", priority: 3, place: "" } }].map(isGone)).toEqual([true, true, true]);
});

test.each([[null], ["text"], [{}], [{ ...gone, at: null }], [{ ...gone, about: null }], [{ ...gone, about: { type: "noise" } }], [{ ...gone, about: { type: "noise", typeDisplayName: 1, priority: 3, place: "" } }], [{ ...gone, number: 1 }]])("what another version kept is none: %j", (kept) => {
  expect(isGone(kept)).toBe(false);
});
