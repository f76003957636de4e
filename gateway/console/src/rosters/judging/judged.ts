import type { RosterFinding, RosterShift } from "../../generated/handhaving/capacity/v1/roster_pb";
import type { ShiftWish } from "../../generated/handhaving/capacity/v1/roster_service_pb";
import { likingOf } from "../../wishes/wishes";
import { dayOfShift } from "../editing/moves";

/** What changes do to what stands against a roster. */
export interface Difference {
  /** The heaviest first. */
  added: readonly RosterFinding[];
  gone: readonly RosterFinding[];
}

/** @param before what stands against the roster as it is kept. @param after the same with the changes. */
export function differenceOf(before: readonly RosterFinding[], after: readonly RosterFinding[]): Difference {
  const [stood, stands] = [before, after].map((findings) => new Set(findings.map(keyOf)));
  return { added: after.filter((one) => stood?.has(keyOf(one)) !== true).toSorted((one, other) => one.severity - other.severity), gone: before.filter((one) => stands?.has(keyOf(one)) !== true) };
}

/** Shifts among these on a day that the person would rather be free. */
export const againstWishes = (put: Iterable<RosterShift>, wishesAt: (officer: string, day: string) => readonly ShiftWish[]): RosterShift[] =>
  [...put].filter((shift) => wishesAt(shift.officer, dayOfShift(shift)).some((wish) => likingOf(wish) === "free"));

const keyOf = ({ ruleSet, rule, officer, startTime, endTime, measured }: RosterFinding): string => [ruleSet, rule, officer, startTime?.seconds, endTime?.seconds, measured].join(" ");
