import { addDays } from "../../capacity/calendar/period";
import type { ActivitySum } from "../../generated/handhaving/capacity/v1/activity_pb";
import type { ThemeHours } from "../../generated/handhaving/capacity/v1/priority_pb";

/** By what hours are put together. */
export const groupings = ["theme", "place", "targetGroup", "kind"] as const;
export type Grouping = (typeof groupings)[number];

/** Part of the days asked that lies in one month. */
export interface MonthPart {
  /** `2026-11`. */
  month: string;
  first: string;
  last: string;
}

/** Most months that are asked at once. */
export const mostMonths = 12;

/** The months of some days in their order, the first and the last as far as they were asked. */
export function monthsOf(from: string, to: string): MonthPart[] {
  const parts: MonthPart[] = [];
  for (let first = from; first <= to; ) {
    const month = first.slice(0, 7);
    let next = `${month}-28`;
    while (next.slice(0, 7) === month) next = addDays(next, 1);
    parts.push({ month, first, last: next > to ? to : addDays(next, -1) });
    first = next;
  }
  return parts;
}

interface Hours {
  planned: number;
  delivered: number;
}

/** Hours of what has the same theme, place, group or kind. */
export interface ReportLine extends Hours {
  key: string;
  /** By month, in the order of the months. */
  months: readonly Hours[];
}

/** @param months what was answered of each month. */
export function linesOf(months: readonly (readonly ActivitySum[])[], by: Grouping): ReportLine[] {
  const keys = [...new Set(months.flat().map((sum) => String(sum[by])))].toSorted();
  return keys.map((key) => {
    const cells = months.map((sums) => together(sums.filter((sum) => String(sum[by]) === key)));
    return { key, months: cells, planned: round(cells.reduce((sum, { planned }) => sum + planned, 0)), delivered: round(cells.reduce((sum, { delivered }) => sum + delivered, 0)) };
  });
}

/** What a theme got in all: hours made on activities, and hours of units on incidents. */
export interface ThemeTotal {
  code: string;
  /** Empty where the priorities do not have the theme. */
  name: string;
  activities: number;
  incidents: number;
  areas: readonly { area: string; hours: number }[];
}

/** @param themes of the priorities; the one without a code is what fits none. */
export function themeTotals(lines: readonly ReportLine[], themes: readonly ThemeHours[]): ThemeTotal[] {
  const made = new Map(lines.map(({ key, delivered }) => [key, delivered]));
  const known = themes.map(({ theme, displayName, boaHours, policeHours, areas }) => ({
    code: theme, name: displayName, activities: made.get(theme) ?? 0, incidents: round(boaHours + policeHours),
    areas: areas.map(({ area, hours }) => ({ area, hours: round(hours) })).toSorted((one, other) => other.hours - one.hours),
  }));
  const others = lines.filter(({ key }) => !themes.some(({ theme }) => theme === key)).map(({ key, delivered }) => ({ code: key, name: "", activities: delivered, incidents: 0, areas: [] }));
  return [...known, ...others];
}

function together(sums: readonly ActivitySum[]): Hours {
  return { planned: round(sums.reduce((sum, { plannedHours }) => sum + plannedHours, 0)), delivered: round(sums.reduce((sum, { deliveredHours }) => sum + deliveredHours, 0)) };
}

const round = (hours: number): number => Math.round(hours * 100) / 100;
