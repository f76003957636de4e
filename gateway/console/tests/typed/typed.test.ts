import { beforeEach, expect, test } from "vitest";
import { placeOf, Typed } from "../../src/typed/typed";

let typed: Typed;
beforeEach(() => {
  typed = new Typed();
});

test("what is typed stays by incident and act, until it is sent or put away", () => {
  typed.keep(placeOf("one", "note"), "text", "half een zin");
  typed.keep(placeOf("one", "move"), "words", "markt");
  typed.keep(placeOf("other", "note"), "text", "iets anders");

  expect(typed.read(placeOf("one", "note"), "text")).toBe("half een zin");
  typed.drop(placeOf("one", "note"));
  expect([typed.has(placeOf("one", "note")), typed.read(placeOf("one", "move"), "words"), typed.read(placeOf("other", "note"), "text")]).toEqual([false, "markt", "iets anders"]);
});

test("the act that was typed for last comes back first, among those that can be done", () => {
  for (const act of ["note", "move", "note"]) typed.keep(placeOf("one", act), "text", "x");

  expect([typed.last("one", ["note", "move"]), typed.last("one", ["move"]), typed.last("one", ["cancel"]), typed.last("other", ["note"])]).toEqual(["note", "move", undefined, undefined]);
});
