import { create } from "@bufbuild/protobuf";
import { expect, test } from "vitest";
import { factsOf } from "../../src/audit/line/facts";
import { problemKey, shortOperation, verbKey, verbs } from "../../src/audit/line/verbs";
import { LegalRegime } from "../../src/generated/handhaving/access/v1/access_pb";
import { AuditEntrySchema } from "../../src/generated/handhaving/access/v1/operations_pb";

test("a line is told with all that it holds, and nothing that it does not", () => {
  const entry = create(AuditEntrySchema, { sequence: 7n, actor: "desk", action: "CONSULT", result: "OK", rowCount: 0n, setAside: ["CREW_TOO_SMALL"], recordedTime: { seconds: 5n } });

  expect(factsOf(entry, (at) => `at ${at}`)).toEqual([
    ["sequence", "7"], ["recorded", "at 5000"], ["actor", "desk"], ["result", "OK"], ["setAside", "CREW_TOO_SMALL"], ["rowCount", "0"],
  ]);
});

test("each field of the contract is a fact, but the verb, which is its title", () => {
  const known = factsOf(create(AuditEntrySchema, {
    sequence: 1n, tenant: "t", occurredTime: {}, recordedTime: {}, action: "a", operation: "o", actor: "a", actorRole: "r", objectType: "t", object: "o", result: "r", traceId: "t", hash: "h",
    regime: LegalRegime.AVG, actorType: "t", authorisationId: "a", origin: "o", processingActivity: "p", objectVersion: 1n, reason: "r", rowCount: 1n, shown: ["s"], shownDigest: "d", queryDigest: "q",
    objectCount: 1n, firstTime: {}, lastTime: {}, setAside: ["s"], recipient: "r",
  }), String);

  expect(known.length).toBe(AuditEntrySchema.fields.length - 1);
});

test("verbs, problems and operations have words, also those of a later version", () => {
  expect(verbs.map(verbKey)).toEqual(verbs);
  expect([verbKey("FORGET"), problemKey("HEAD_MISMATCH"), problemKey("MELTED"), shortOperation("handhaving.dispatch.v1.AuditService/Verify"), shortOperation("canary")])
    .toEqual(["other", "HEAD_MISMATCH", "other", "Verify", "canary"]);
});
