import { expect, test } from "vitest";
import { bandOf, highestOf, pathOf, picture, ticksOf, xOf, yOf } from "../../src/charts/scale";

test.each([[0, [0, 1]], [3.4, [0, 1, 2, 3, 4]], [7, [0, 2, 4, 6, 8]], [100, [0, 50, 100]], [0.9, [0, 0.5, 1]], [NaN, [0, 1]]])("a scale to %d has round lines", (highest, ticks) => {
  expect(ticksOf(highest)).toEqual(ticks);
});

test("a line is broken where nothing is known", () => {
  expect(pathOf([1, undefined, 1, 1], 1).match(/[ML]/g)).toEqual(["M", "M", "L"]);
  expect(pathOf([], 1)).toBe("");
});

test("the picture holds the first and the last moment, and one alone in its middle", () => {
  expect([xOf(0, 3), xOf(2, 3)]).toEqual([picture.left, picture.width - picture.right]);
  expect(xOf(0, 1)).toBe((picture.left + picture.width - picture.right) / 2);
  expect([yOf(0, 4), yOf(4, 4)]).toEqual([picture.height - picture.bottom, picture.top]);
});

test("an area goes along the top and back along the bottom", () => {
  expect(bandOf([0, 0], [1, 1], 1)).toBe(`M${picture.left} 10L952 10L952 212L${picture.left} 212Z`);
  expect(bandOf([], [], 1)).toBe("");
  expect(highestOf([{ name: "", values: [1, undefined, 3] }, { name: "", values: [] }])).toBe(3);
});
