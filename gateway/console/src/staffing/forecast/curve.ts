import type { DemandHour, ForecastHour } from "../../generated/handhaving/capacity/v1/demand_pb";
import { millisecondsOf } from "../../time/timestamp";

/** Calls of one hour over all areas. */
export interface CallHour {
  /** Milliseconds since 1970. */
  start: number;
  expected: number;
  /** Sums of the areas' intervals: wider than the interval of the sum. */
  low: number;
  high: number;
  /** What came at that hour a week before; undefined where that week is not over. */
  lastWeek: number | undefined;
  specialKind: string;
}

export const weekLength = 7 * 86_400_000; // milliseconds

/**
 * A forecast summed over its areas, by hour, with the calls of a week before.
 * @param now milliseconds since 1970.
 */
export function curveOf(hours: readonly ForecastHour[], before: readonly DemandHour[], now: number): CallHour[] {
  const arrivals = new Map<number, number>();
  for (const { startTime, arrivals: count } of before) if (startTime) add(arrivals, millisecondsOf(startTime) + weekLength, count);
  const sums = new Map<number, CallHour>();
  for (const { startTime, calls, low, high, specialKind } of hours) {
    const start = startTime ? millisecondsOf(startTime) : 0;
    const sum = sums.get(start) ?? { start, expected: 0, low: 0, high: 0, lastWeek: start - weekLength < now ? arrivals.get(start) ?? 0 : undefined, specialKind: "" };
    sums.set(start, { ...sum, expected: sum.expected + calls, low: sum.low + low, high: sum.high + high, specialKind: specialKind === "" ? sum.specialKind : specialKind });
  }
  return [...sums.values()].toSorted((one, other) => one.start - other.start);
}

function add(sums: Map<number, number>, key: number, value: number): void {
  sums.set(key, (sums.get(key) ?? 0) + value);
}
