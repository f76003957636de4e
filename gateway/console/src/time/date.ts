import type { Date as WireDate } from "../generated/google/type/date_pb";

/** `2026-11-30` of a day of the contracts; empty where there is none. */
export function dayOfDate(date: Pick<WireDate, "year" | "month" | "day"> | undefined): string {
  return date ? `${String(date.year).padStart(4, "0")}-${String(date.month).padStart(2, "0")}-${String(date.day).padStart(2, "0")}` : "";
}

/** What the contracts take for `2026-11-30`. */
export function dateOfDay(day: string): { year: number; month: number; day: number } {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  return { year, month, day: date };
}
