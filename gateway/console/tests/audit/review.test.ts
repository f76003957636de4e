import { create } from "@bufbuild/protobuf";
import { timestampFromMs } from "@bufbuild/protobuf/wkt";
import { expect, test } from "vitest";
import { dueIn, isDue, spoken } from "../../src/audit/review/review";
import { AuditEntrySchema } from "../../src/generated/handhaving/access/v1/operations_pb";

const hour = 3_600_000;
const now = 1_800_000_000_000;
const line = (result: string, setAside: string[], hours: number) => create(AuditEntrySchema, { result, setAside, recordedTime: timestampFromMs(now - hours * hour) });

test("what was refused and what was set aside is to be judged, what was allowed is not", () => {
  expect([line("PERMISSION_MISSING", [], 1), line("OK", ["CREW_TOO_SMALL"], 1), line("OK", [], 1)].map(isDue)).toEqual([true, true, false]);
});

test("what is due and nobody judged is counted, with the age of the oldest of it", () => {
  const judged = { ...line("NOT_FOUND", [], 99), sequence: 7n };
  const isJudged = (sequence: bigint) => sequence === 7n;

  expect(dueIn([line("OK", [], 90), line("NOT_FOUND", [], 5), line("OK", ["X"], 50), judged], isJudged, now)).toEqual({ count: 2, oldest: 50 * hour });
  expect(dueIn([judged], isJudged, now)).toEqual({ count: 0, oldest: 0 });
});

test.each([[90, "minutes", 90], [119, "minutes", 119], [120, "hours", 2], [47 * 60, "hours", 47], [48 * 60, "days", 2]])("%d minutes are %s: %d", (minutes, unit, count) => expect(spoken(minutes * 60_000)).toEqual({ unit, count }));
