import { expect, test } from "vitest";
import { mapHeight } from "../../src/layout/presets";

test("the map has its share of a high screen, less of a low one, and never so little that it shows nothing", () => {
  expect([900, 660, 400].map((height) => mapHeight(height, 0.5))).toEqual([450, 220, 140]);
});
