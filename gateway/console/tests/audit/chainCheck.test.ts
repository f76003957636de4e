import { create, type MessageInitShape } from "@bufbuild/protobuf";
import { Code, ConnectError } from "@connectrpc/connect";
import { expect, test } from "vitest";
import { ChainCheck, type ChainPart } from "../../src/audit/chain/chainCheck";
import type { AuditVerificationSchema } from "../../src/generated/handhaving/access/v1/operations_pb";
import { VerifyResponseSchema } from "../../src/generated/handhaving/dispatch/v1/audit_service_pb";

type Outcome = MessageInitShape<typeof AuditVerificationSchema>;

const first: Outcome = { entryCount: 50_000n, problem: "UNFINISHED", verifiedSequence: 50_000n, verifiedHash: "ab", nextSequence: 50_001n };

function answering(...outcomes: (Outcome | Error)[]) {
  const asked: ChainPart[] = [];
  const check = new ChainCheck((part) => {
    asked.push(part);
    const next = outcomes.shift();
    return next instanceof Error ? Promise.reject(next) : Promise.resolve(create(VerifyResponseSchema, next ? { verification: next } : {}));
  });
  return { check, asked };
}

test("a long chain is checked part by part, each after the last line of the one before", async () => {
  const { check, asked } = answering(first, { intact: true, verifiedSequence: 60_000n, verifiedHash: "cd" });

  await check.start("municipalities/0888");

  expect([check.state.phase, check.state.verified]).toEqual(["intact", 60_000n]);
  expect(asked.map(({ afterSequence, afterHash }) => [afterSequence, afterHash])).toEqual([[0n, ""], [50_000n, "ab"]]);
});

test("a break names its line", async () => {
  const { check } = answering(first, { intact: false, brokenSequence: 50_007n, problem: "HASH_MISMATCH", verifiedSequence: 50_006n });

  await check.start("municipalities/0888");

  expect(check.state).toEqual({ phase: "broken", verified: 50_006n, broken: { sequence: 50_007n, problem: "HASH_MISMATCH" }, failure: undefined });
});

test("where it failed it goes on", async () => {
  const { check, asked } = answering(first, new ConnectError("away", Code.Unavailable), { intact: true, verifiedSequence: 60_000n });

  await check.start("municipalities/0888");
  expect([check.state.phase, check.state.verified, check.state.failure?.reason]).toEqual(["failed", 50_000n, "NO_ANSWER"]);
  await check.goOn();
  expect([check.state.phase, asked.at(-1)?.afterSequence]).toEqual(["intact", 50_000n]);
});

test("stopped, it takes no outcome any more", async () => {
  const { check } = answering({ intact: true, verifiedSequence: 3n });

  const running = check.start("municipalities/0888");
  check.stop();
  await running;

  expect([check.state.phase, check.state.verified]).toEqual(["stopped", 0n]);
});
