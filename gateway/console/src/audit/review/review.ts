import type { AuditEntry } from "../../generated/handhaving/access/v1/operations_pb";
import { millisecondsOf } from "../../time/timestamp";

/** Whether somebody is to judge it: it was refused, or a rule was set aside. */
export function isDue({ result, setAside }: Pick<AuditEntry, "result" | "setAside">): boolean {
  return result !== "OK" || setAside.length > 0;
}

/** Milliseconds since a line was written. */
export function ageOf({ recordedTime }: Pick<AuditEntry, "recordedTime">, now: number): number {
  return recordedTime ? Math.max(0, now - millisecondsOf(recordedTime)) : 0;
}

/** What nobody judged yet among lines that were found. */
export function dueIn(entries: readonly AuditEntry[], isJudged: (line: bigint) => boolean, now: number): { count: number; oldest: number } {
  const due = entries.filter((entry) => isDue(entry) && !isJudged(entry.sequence));
  return { count: due.length, oldest: Math.max(0, ...due.map((entry) => ageOf(entry, now))) };
}

const hour = 3_600_000, day = 24 * hour; // milliseconds

/** An age in the unit in which one speaks of it. */
export function spoken(milliseconds: number): { unit: "minutes" | "hours" | "days"; count: number } {
  if (milliseconds >= 2 * day) return { unit: "days", count: Math.floor(milliseconds / day) };
  if (milliseconds >= 2 * hour) return { unit: "hours", count: Math.floor(milliseconds / hour) };
  return { unit: "minutes", count: Math.floor(milliseconds / 60_000) };
}
