import { expect, test } from "vitest";
import { partsOf, scriptOf } from "../../src/field/phone/shell";

test("a version is told by the script that its page starts with", () => {
  expect(scriptOf('<head><script type="module" crossorigin src="/assets/index-B2.js"></script></head>')).toBe("/assets/index-B2.js");
  expect(scriptOf("<html></html>")).toBeUndefined();
});

test("of all that a page read its own parts alone are kept, never what the platform told", () => {
  const read = [
    "https://here/assets/index-B2.js", "https://here/assets/index-B2.js", "https://here/assets/FieldPage-C3.css", "https://here/console/configuration.json",
    "https://here/handhaving.dispatch.v1.UnitService/ListUnits", "https://elsewhere/assets/x.js", "https://here/places.json",
  ];

  expect(partsOf(read, "https://here")).toEqual(["/assets/index-B2.js", "/assets/FieldPage-C3.css", "/console/configuration.json"]);
});
