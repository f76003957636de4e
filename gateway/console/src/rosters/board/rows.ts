import type { Officer } from "../../generated/handhaving/capacity/v1/people_pb";
import type { OpenShift } from "../../generated/handhaving/capacity/v1/roster_service_pb";
import type { Roster, RosterShift } from "../../generated/handhaving/capacity/v1/roster_pb";
import { addDays } from "../../capacity/calendar/period";
import { dayOfDate } from "../../time/date";
import { dayOfShift, endOf, startOf } from "../editing/moves";

/** A person on the board. */
export interface BoardRow {
  officer: string;
  /** What colleagues call the person; the id of somebody who is lent. */
  name: string;
  /** Hours of all shifts in the roster, breaks left out. */
  hours: number;
}

/** The team's people, and whoever else has a shift in the roster. */
export function rowsOf(officers: readonly Officer[], staffTeam: string, shifts: readonly RosterShift[]): BoardRow[] {
  const own = officers.filter((officer) => officer.staffTeam === staffTeam);
  const known = new Map(officers.map((officer) => [officer.name, officer.displayName]));
  const others = [...new Set(shifts.map(({ officer }) => officer))].filter((name) => !own.some((officer) => officer.name === name)).toSorted();
  return [...own.map(({ name }) => name), ...others].map((officer) => ({ officer, name: known.get(officer) ?? officer.split("/").at(-1) ?? officer, hours: hoursOf(shifts.filter((shift) => shift.officer === officer)) }));
}

/** The days of a roster, in order. */
export function daysOf(roster: Roster): string[] {
  const [first, last] = [dayOfDate(roster.firstDay), dayOfDate(roster.lastDay)];
  const days: string[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day);
  return days;
}

export const shiftsOn = (shifts: readonly RosterShift[], officer: string, day: string): RosterShift[] => shifts.filter((shift) => shift.officer === officer && dayOfShift(shift) === day);

export const openOn = (open: readonly OpenShift[], day: string): OpenShift[] => open.filter((one) => dayOfDate(one.day) === day);

function hoursOf(shifts: readonly RosterShift[]): number {
  return Math.round(shifts.reduce((sum, shift) => sum + (endOf(shift) - startOf(shift)) / 3_600_000 - (shift.breakMinutes ?? 0) / 60, 0) * 100) / 100;
}
