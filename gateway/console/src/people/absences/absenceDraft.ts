import { timestampFromMs } from "@bufbuild/protobuf/wkt";
import { AbsenceCertainty, AbsenceKind, type Absence } from "../../generated/handhaving/capacity/v1/people_pb";
import { millisecondsOf } from "../../time/timestamp";
import { dateFieldOf, momentOfField } from "../../time/words";

/** An absence as the fields have it. */
export interface AbsenceDraft {
  kind: AbsenceKind;
  from: string;
  to: string;
  isConfirmed: boolean;
  /** Of somebody lent out: code of the municipality; empty = elsewhere. */
  borrower: string;
}

export type AbsenceProblem = "from" | "to" | "order" | "long" | "borrower";

const longest = 2 * 366 * 86_400_000; // milliseconds

/** Somebody who reports today, until the end of the day. */
export const newAbsence = (today: string): AbsenceDraft => ({ kind: AbsenceKind.SICK, from: `${today}T00:00`, to: `${today}T23:45`, isConfirmed: true, borrower: "" });

export function draftOf({ kind, startTime, endTime, certainty, borrower }: Absence): AbsenceDraft {
  const field = (at: typeof startTime) => (at ? dateFieldOf(millisecondsOf(at)) : "");
  return { kind, from: field(startTime), to: field(endTime), isConfirmed: certainty !== AbsenceCertainty.EXPECTED, borrower: borrower.split("/").at(-1) ?? "" };
}

/** What is still wrong; undefined when it can be sent. */
export function problemOf({ kind, from, to, borrower }: AbsenceDraft): AbsenceProblem | undefined {
  const [start, end] = [momentOfField(from), momentOfField(to)];
  if (start === undefined) return "from";
  if (end === undefined) return "to";
  if (end <= start) return "order";
  if (end - start > longest) return "long";
  return kind === AbsenceKind.LENT_OUT && !/^(\d{4})?$/.test(borrower) ? "borrower" : undefined;
}

/** The absence as the contract takes it; a borrower belongs to lending out alone. */
export function absenceOf({ kind, from, to, isConfirmed, borrower }: AbsenceDraft) {
  return {
    kind, startTime: timestampFromMs(momentOfField(from) ?? 0), endTime: timestampFromMs(momentOfField(to) ?? 0), certainty: isConfirmed ? AbsenceCertainty.CONFIRMED : AbsenceCertainty.EXPECTED,
    borrower: kind === AbsenceKind.LENT_OUT && borrower !== "" ? `municipalities/${borrower}` : "",
  };
}
