import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { reasonKey } from "../../src/audit/line/reasons";

// The contracts' own tests keep these lists equal to what the services can answer, and so to what stands in their logs.
const list = (name: string) => readFileSync(join(import.meta.dirname, `../../../../tests/Handhaving.Contracts.Tests/Snapshots/${name}`), "utf8").trim().split("\n").map((line) => line.split(" ")[0] ?? "");

test.each(["reasons.txt", "reasons-capacity.txt"])("every reason of %s has words in the log", (name) => {
  expect(list(name).filter((reason) => reasonKey(reason) === undefined)).toEqual([]);
});

test("a reason of a later version has none", () => {
  expect([reasonKey("REASON_OF_A_LATER_PLATFORM"), reasonKey("toString")]).toEqual([undefined, undefined]);
});
