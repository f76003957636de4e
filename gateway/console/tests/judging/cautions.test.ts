import { expect, test } from "vitest";
import { cautionsIn, isTaken, mergedCautions } from "../../src/judging/cautions";

test("each line with something on it is a caution", () => expect(cautionsIn(" hond \n\n  \nmes, gezien ")).toEqual(["hond", "mes, gezien"]));

test.each([
  ["nobody else changed them", ["a"], ["a", "b"], ["a"], ["a", "b"]],
  ["another added one", ["a"], ["a", "b"], ["a", "c"], ["a", "c", "b"]],
  ["another added one while all were cleared", ["a"], [], ["a", "c"], ["c"]],
  ["another took one away", ["a", "b"], ["a", "b", "c"], ["a"], ["a", "c"]],
  ["two added the same", [], ["a"], ["a"], ["a"]],
])("when %s, nothing of both is lost", (_, before, typed, now, expected) => expect(mergedCautions(before, typed, now)).toEqual(expected));

test("the contract takes ten of two hundred letters", () => {
  expect([isTaken(Array<string>(10).fill("a".repeat(200))), isTaken(Array<string>(11).fill("a")), isTaken(["a".repeat(201)])]).toEqual([true, false, false]);
});
