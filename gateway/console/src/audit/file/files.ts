import { toJson, type JsonObject, type JsonValue } from "@bufbuild/protobuf";
import { AuditEntrySchema, type AuditEntry } from "../../generated/handhaving/access/v1/operations_pb";

/** What a file says of itself. */
export interface FileHead {
  /** Municipality or team whose log it is of. */
  tenant: string;
  /** What was looked for, as the request said it. */
  request: JsonValue;
  exportTime: string;
  exportedBy: string;
  /** False: more lines were found than the file holds, or the reading was stopped. */
  complete: boolean;
}

/** One object a line, in the names of the contract. */
export function jsonOf(head: FileHead, entries: readonly AuditEntry[]): string {
  return JSON.stringify({ ...head, lineCount: entries.length, lines: entries.map(plain) }, undefined, 2);
}

const columns = AuditEntrySchema.fields.map((field) => field.name);

/** Fields of the contract as columns, separated by semicolons as spreadsheets in the Netherlands expect (RFC 4180 in all else); begins with a byte order mark. */
export function csvOf(entries: readonly AuditEntry[]): string {
  const rows = entries.map((entry) => {
    const line = plain(entry);
    return columns.map((column) => cellOf(line[column])).join(";");
  });
  return `\uFEFF${[columns.join(";"), ...rows].join("\r\n")}\r\n`;
}

function plain(entry: AuditEntry): JsonObject {
  return toJson(AuditEntrySchema, entry, { useProtoFieldName: true }) as JsonObject;
}

function cellOf(value: JsonValue | undefined): string {
  if (value === undefined || value === null) return "";
  const text = Array.isArray(value) ? value.map(String).join(" ") : typeof value === "object" ? JSON.stringify(value) : String(value);
  // A spreadsheet takes such a cell for a formula: what somebody typed must not be carried out on another machine.
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[;"\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
