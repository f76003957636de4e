import type { RosterShift } from "../../generated/handhaving/capacity/v1/roster_pb";
import { dayOfShift, givenTo, movedDays, movedQuarters } from "../editing/moves";

/** A shift that somebody picked up, where it was and where it is held now. */
export interface Lifted {
  from: RosterShift;
  shift: RosterShift;
}

/** Where a shift may be held. */
export interface Bounds {
  /** First and last day of the roster. */
  first: string;
  last: string;
  /** Names of people, in their order. */
  people: readonly string[];
}

const steps: Readonly<Record<string, (shift: RosterShift, bounds: Bounds, withShift: boolean) => RosterShift>> = {
  ArrowLeft: (shift, _, withShift) => (withShift ? movedQuarters(shift, -1) : movedDays(shift, -1)),
  ArrowRight: (shift, _, withShift) => (withShift ? movedQuarters(shift, 1) : movedDays(shift, 1)),
  ArrowUp: (shift, { people }) => toOther(shift, people, -1),
  ArrowDown: (shift, { people }) => toOther(shift, people, 1),
};

/**
 * A key while a shift is held: arrows go by days and people, with Shift by quarters of an hour.
 * @returns undefined when the key moves nothing; the same when it would leave the roster.
 */
export function carried(lifted: Lifted, key: string, withShift: boolean, bounds: Bounds): Lifted | undefined {
  const step = steps[key];
  if (!step) return undefined;
  const shift = step(lifted.shift, bounds, withShift);
  return isWithin(shift, bounds) ? { from: lifted.from, shift } : lifted;
}

/** Put down on a person and day, as a pointer does it. */
export function carriedTo({ from }: Lifted, officer: string, day: string, bounds: Bounds): Lifted {
  const days = Math.round((Date.parse(`${day}T00:00Z`) - Date.parse(`${dayOfShift(from)}T00:00Z`)) / 86_400_000);
  const shift = givenTo(days === 0 ? from : movedDays(from, days), officer);
  return isWithin(shift, bounds) ? { from, shift } : { from, shift: from };
}

function isWithin(shift: RosterShift, { first, last }: Bounds): boolean {
  const day = dayOfShift(shift);
  return day >= first && day <= last;
}

function toOther(shift: RosterShift, people: readonly string[], by: -1 | 1): RosterShift {
  const other = people[people.indexOf(shift.officer) + by];
  return other === undefined ? shift : givenTo(shift, other);
}
