import { createExpression, latest } from "@maplibre/maplibre-gl-style-spec";
import { expect, test } from "vitest";
import { pointLayers, unitSigns } from "../../src/map/styles";
import { unitGroups } from "../../src/units/order";

const layers = pointLayers((token) => `#${token}`);

// What a layer writes at a unit, as the map itself works it out.
function written(layer: string, properties: Record<string, string | number | boolean>): string {
  const { layout } = layers.find(({ id }) => id === layer) as { layout: { "text-field": unknown } };
  const expression = createExpression(layout["text-field"], "text-field", latest.layout_symbol["text-field"] as never);
  if (expression.result === "error") throw new Error(JSON.stringify(expression.value));
  return String(expression.value.evaluate({ zoom: 10 }, { type: "Point", properties }));
}

test("each state of a unit has a sign of its own, for who does not see the colours", () => {
  const signs = unitGroups.map((group) => written("unit-signs", { group }));

  expect(signs).toEqual(unitGroups.map((group) => unitSigns[group]));
  expect(new Set(signs).size).toBe(unitGroups.length);
});

test.each([
  [{ stale: false, minutes: 0 }, "BEE-1"],
  [{ stale: true, minutes: 12 }, "BEE-1 12 min"],
  [{ stale: true, minutes: -1 }, "BEE-1 ?"],
])("%j is called %s", (properties, name) => expect(written("unit-names", { label: "BEE-1", ...properties })).toBe(name));
