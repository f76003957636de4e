import { dateFieldOf, momentOfField } from "../../time/words";

export type Span = "week" | "month";

/** Whole days of the Dutch calendar. */
export interface Period {
  span: Span;
  /** First day, `2026-11-30`: a Monday, or the first of a month. */
  first: string;
  /** The days, in order. */
  days: readonly string[];
  /** Milliseconds since 1970. */
  start: number;
  end: number;
}

const dayLength = 86_400_000; // milliseconds of a day in UTC, in which dates are counted

/** @param day `2026-11-30`; the date itself where it is none of the calendar. */
export function addDays(day: string, days: number): string {
  const at = Date.parse(`${day}T00:00Z`);
  return Number.isNaN(at) ? day : new Date(at + days * dayLength).toISOString().slice(0, 10);
}

/** The day that Dutch calendars show at a moment in milliseconds since 1970. */
export function dayOf(milliseconds: number): string {
  return dateFieldOf(milliseconds).slice(0, 10);
}

/** The week (from Monday) or month that holds a day. */
export function periodOf(span: Span, day: string): Period {
  const first = span === "month" ? `${day.slice(0, 8)}01` : addDays(day, -((new Date(`${day}T00:00Z`).getUTCDay() + 6) % 7));
  const days: string[] = [];
  for (let one = first; span === "month" ? one.slice(0, 7) === first.slice(0, 7) : days.length < 7; one = addDays(one, 1)) days.push(one);
  return { span, first, days, start: midnight(first), end: midnight(addDays(first, days.length)) };
}

/** The period as long that comes so many later; negative = earlier. */
export function moved({ span, first, days }: Period, periods: -1 | 1): Period {
  return periodOf(span, periods < 0 ? addDays(first, -1) : addDays(first, days.length));
}

/** Whether it is a day of the calendar: `2027-02-30` is none. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && addDays(text, 0) === text;
}

function midnight(day: string): number {
  const at = momentOfField(`${day}T00:00`);
  if (at === undefined) throw new RangeError(`No clock shows midnight of ${day}.`);
  return at;
}

const spokenDay = (language: string, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(language === "nl" ? "nl-NL" : "en-GB", { timeZone: "UTC", ...options });

/** `maandag 30 november`, or short `ma 30 nov`. */
export function sayDay(day: string, language: string, length: "long" | "short"): string {
  return spokenDay(language, { weekday: length, day: "numeric", month: length }).format(Date.parse(`${day}T00:00Z`));
}

/** `november 2026`, or of a week its first and last day. */
export function sayPeriod({ span, first, days }: Period, language: string): string {
  const year = spokenDay(language, { month: "long", year: "numeric" });
  return span === "month" ? year.format(Date.parse(`${first}T00:00Z`)) : `${sayDay(first, language, "short")} - ${sayDay(days.at(-1) ?? first, language, "short")} ${first.slice(0, 4)}`;
}
