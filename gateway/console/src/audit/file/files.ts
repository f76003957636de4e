import { toJson, type JsonObject, type JsonValue } from "@bufbuild/protobuf";
import { EntryReviewSchema } from "../../generated/handhaving/dispatch/v1/audit_service_pb";
import type { SearchState } from "../search";
import { AuditEntrySchema, type AuditEntry } from "../../generated/handhaving/access/v1/operations_pb";

/** What a file says of itself. */
export interface FileHead {
  /** Municipality or team whose log it is of. */
  tenant: string;
  /** What was looked for, as the request said it. */
  request: JsonValue;
  exportTime: string;
  exportedBy: string;
  reason: string;
  /** For whom it was made. */
  recipient: string;
  /** False: more lines were found than the file holds, or the reading was stopped. */
  complete: boolean;
}

/** How lines were judged: the latest reviews of each, and how many it has. */
export type Judged = Pick<SearchState, "reviews" | "reviewCounts">;

/** One object a line, in the names of the contract, with how it was judged. */
export function jsonOf(head: FileHead, entries: readonly AuditEntry[], judged: Judged): string {
  return JSON.stringify({ ...head, lineCount: entries.length, lines: entries.map((entry) => plain(entry, judged)) }, undefined, 2);
}

const columns = [...AuditEntrySchema.fields.map((field) => field.name), "review_count", "reviews"];

/** Fields of the contract as columns, separated by semicolons as spreadsheets in the Netherlands expect (RFC 4180 in all else); begins with a byte order mark. */
export function csvOf(entries: readonly AuditEntry[], judged: Judged): string {
  const rows = entries.map((entry) => {
    const line = plain(entry, judged);
    return columns.map((column) => cellOf(line[column])).join(";");
  });
  return `\uFEFF${[columns.join(";"), ...rows].join("\r\n")}\r\n`;
}

function plain(entry: AuditEntry, { reviews, reviewCounts }: Judged): JsonObject {
  const latest = reviews.get(entry.sequence) ?? [];
  const line = toJson(AuditEntrySchema, entry, { useProtoFieldName: true }) as JsonObject;
  if (latest.length === 0) return line;
  return { ...line, review_count: reviewCounts.get(entry.sequence) ?? latest.length, reviews: latest.map((review) => toJson(EntryReviewSchema, review, { useProtoFieldName: true })) };
}

function cellOf(value: JsonValue | undefined): string {
  if (value === undefined || value === null) return "";
  const text = Array.isArray(value) ? value.map((one) => typeof one === "object" ? JSON.stringify(one) : String(one)).join(" ") : typeof value === "object" ? JSON.stringify(value) : String(value);
  // A spreadsheet takes such a cell for a formula: what somebody typed must not be carried out on another machine.
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[;"\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
