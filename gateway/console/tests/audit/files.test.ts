import { create } from "@bufbuild/protobuf";
import { timestampFromMs } from "@bufbuild/protobuf/wkt";
import { expect, test } from "vitest";
import { csvOf, jsonOf } from "../../src/audit/file/files";
import { EntryReviewSchema } from "../../src/generated/handhaving/dispatch/v1/audit_service_pb";
import { AuditEntrySchema } from "../../src/generated/handhaving/access/v1/operations_pb";

const judged = {
  reviews: new Map([[7n, [create(EntryReviewSchema, { sequence: 7n, reviewedBy: "privacy-officer-wm-01", note: "terecht; zie 6", reviewTime: timestampFromMs(Date.UTC(2027, 1, 8)) })]]]),
  reviewCounts: new Map([[7n, 25]]),
};
const entry = create(AuditEntrySchema, {
  sequence: 7n, tenant: "municipalities/0888", recordedTime: timestampFromMs(Date.UTC(2027, 1, 7, 1, 14)), action: "CONSULT", actor: "=1+1", reason: 'zei "nee"; daarna\nja',
  shown: ["municipalities/0888/incidents/a", "municipalities/0888/incidents/b"], rowCount: 0n,
});

test("a table has a column for each field of the contract, and no cell is a formula or breaks its row", () => {
  const [head, row, ...rest] = csvOf([entry], judged).split("\r\n");
  const columns = (head ?? "").replace("\uFEFF", "").split(";");
  const cells = (row ?? "").split(/;(?=(?:[^"]*"[^"]*")*[^"]*$)/);
  const cell = (name: string) => cells[columns.indexOf(name)];

  expect([columns.length, cells.length, rest]).toEqual([AuditEntrySchema.fields.length + 2, AuditEntrySchema.fields.length + 2, [""]]);
  expect([cell("sequence"), cell("recorded_time"), cell("actor"), cell("reason"), cell("row_count"), cell("object")])
    .toEqual(["7", "2027-02-07T01:14:00Z", "'=1+1", '"zei ""nee""; daarna\nja"', "0", ""]);
  expect([cell("review_count"), cell("reviews")?.includes("privacy-officer-wm-01")]).toEqual(["25", true]);
  expect(cell("shown")).toBe("municipalities/0888/incidents/a municipalities/0888/incidents/b");
});

test("a file in JSON says of what it is, and whether it is all", () => {
  const file = JSON.parse(jsonOf({ tenant: "municipalities/0888", request: { action: "CONSULT" }, exportTime: "2027-02-07T01:15:00Z", exportedBy: "auditor-wm-01", reason: "controle", recipient: "rekenkamer", complete: false }, [entry], judged)) as Record<string, unknown>;

  expect(file).toMatchObject({ tenant: "municipalities/0888", request: { action: "CONSULT" }, complete: false, lineCount: 1, lines: [{ sequence: "7", actor: "=1+1", action: "CONSULT", review_count: 25, reviews: [{ reviewed_by: "privacy-officer-wm-01", note: "terecht; zie 6" }] }] });
});
