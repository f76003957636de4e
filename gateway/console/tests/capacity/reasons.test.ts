import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { isKnown } from "../../src/acting/advice";
import "../../src/acting/reasonsOfPlanning";

const contract = (service: string) => readFileSync(join(import.meta.dirname, `../../../../protos/handhaving/capacity/v1/${service}_service.proto`), "utf8");
const named = (text: string) => [...text.matchAll(/\b[A-Z]+(?:_[A-Z]+)+\b(?=[^\n]*\n)/g)].map(([reason]) => reason);
const comments = (text: string) => text.split("\n").filter((line) => /Reasons:|^ {2}\/\/ [A-Z]+_[A-Z_]+[ ,.]/.test(line)).join("\n") + "\n";

test("every reason that the services of capacity name in their contracts leads to what to do next", () => {
  const reasons = [...new Set(["ledger", "triangle", "roster", "people", "demand", "staffing", "priority", "zone", "activity", "joint_check", "presence"].flatMap((service) => named(comments(contract(service)))))];

  expect(reasons.length).toBeGreaterThan(60);
  expect(reasons.filter((reason) => !isKnown({ reason, dutch: "", english: "", metadata: {}, fields: [], traceId: "", inDoubt: false }))).toEqual([]);
});
