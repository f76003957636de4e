import { FindingSeverity, type RosterFinding, type RosterShift } from "../../generated/handhaving/capacity/v1/roster_pb";
import { millisecondsOf } from "../../time/timestamp";
import { endOf, startOf } from "../editing/moves";

/** What stands against a shift: all of the same person that it touches, a rest before or after it included. */
export function findingsAt(shift: RosterShift, findings: readonly RosterFinding[]): RosterFinding[] {
  return findings.filter(({ officer, startTime, endTime }) => officer === shift.officer && startTime !== undefined && endTime !== undefined
    && millisecondsOf(startTime) <= endOf(shift) && millisecondsOf(endTime) >= startOf(shift));
}

/** The heaviest first. */
export function byWeight(findings: readonly RosterFinding[]): RosterFinding[] {
  return findings.toSorted((one, other) => one.severity - other.severity);
}

export type SeverityKey = "breach" | "exception" | "warning";

export function severityKey(severity: FindingSeverity): SeverityKey {
  switch (severity) {
    case FindingSeverity.BREACH: return "breach";
    case FindingSeverity.EXCEPTION_USED: return "exception";
    case FindingSeverity.WARNING: case FindingSeverity.UNSPECIFIED: return "warning";
  }
}

/** The heaviest of several; undefined where there is none. */
export function worstOf(findings: readonly RosterFinding[]): SeverityKey | undefined {
  const [worst] = byWeight(findings);
  return worst && severityKey(worst.severity);
}
