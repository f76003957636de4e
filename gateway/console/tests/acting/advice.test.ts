import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Code, ConnectError } from "@connectrpc/connect";
import { expect, test } from "vitest";
import { adviceOf, isKnown } from "../../src/acting/advice";
import "../../src/acting/reasonsOfPlanning";
import { failureOf } from "../../src/contracts/failure";
import { ErrorInfoSchema } from "../../src/generated/google/rpc/error_details_pb";

// The contracts' own tests keep these lists equal to what the platform can answer.
const listed = (name: string) => readFileSync(join(import.meta.dirname, `../../../../tests/Handhaving.Contracts.Tests/Snapshots/${name}`), "utf8").trim().split("\n").map((line) => line.split(" ")[0] ?? "");

const failing = (reason: string, code = Code.FailedPrecondition) =>
  failureOf(new ConnectError("in English", code, undefined, [{ desc: ErrorInfoSchema, value: { reason, domain: "handhaving", metadata: { traceId: "abc" } } }]));

test.each(["reasons.txt", "reasons-capacity.txt"])("every reason of %s leads to what to do next", (name) => {
  const reasons = listed(name);

  expect(reasons.length).toBeGreaterThan(100);
  expect(reasons.filter((reason) => !isKnown(failing(reason)))).toEqual([]);
});

test("a reason that the page does not know leads to the number under which it is found", () => {
  const unknown = failing("REASON_OF_A_LATER_PLATFORM");

  expect([adviceOf(unknown), isKnown(unknown), unknown.traceId]).toEqual(["unknown", false, "abc"]);
});

test("an unknown reason of what may have been done all the same is asked for again first", () => {
  expect(adviceOf(failing("REASON_OF_A_LATER_PLATFORM", Code.Unavailable))).toBe("doubt");
});
