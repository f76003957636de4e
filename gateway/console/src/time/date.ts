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

const calendar = new Intl.DateTimeFormat("nl-NL", { timeZone: "UTC", year: "numeric", month: "short", day: "numeric" });

/** `29 nov 2029`, of `2029-11-29`; empty stays empty. */
export function sayDate(day: string): string {
  return day === "" ? "" : calendar.format(Date.parse(`${day}T00:00Z`));
}

/** `nov 2026`, of `2026-11`. */
export function sayMonth(month: string, language: string): string {
  return new Intl.DateTimeFormat(language === "nl" ? "nl-NL" : "en-GB", { timeZone: "UTC", month: "short", year: "numeric" }).format(Date.parse(`${month}-01T00:00Z`));
}
