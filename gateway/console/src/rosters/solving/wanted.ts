import { addDays } from "../../capacity/calendar/period";
import { dateOfDay } from "../../time/date";

/** A shift that may be given, and how many people it wants on each day of the week, as the fields have it. */
export interface Wanted {
  code: string;
  function: string;
  /** Id of a unit of the owner; empty = none. */
  unit: string;
  /** `08:00`. */
  start: string;
  /** Hours, as `8` or `8.5`. */
  hours: string;
  /** Seven, from Monday. */
  counts: readonly string[];
}

export type WantedProblem = "none" | "code" | "twice" | "start" | "hours" | "counts" | "nobody";

const shortest = 15; // minutes
const longest = 720;
const most = 500; // people

/** What was asked for last on this machine; nothing where that cannot be read. */
export function rememberedWanted(kept: string | null): readonly Wanted[] {
  try {
    const all: unknown = JSON.parse(kept ?? "[]");
    return Array.isArray(all) ? all.filter(isWanted) : [];
  } catch {
    return [];
  }
}

function isWanted(one: unknown): one is Wanted {
  const { code, function: of, unit, start, hours, counts } = (one ?? {}) as Partial<Wanted>;
  return [code, of, unit, start, hours].every((field) => typeof field === "string") && Array.isArray(counts);
}

/** What is still wrong; undefined when it can be asked. */
export function problemOf(wanted: readonly Wanted[]): WantedProblem | undefined {
  if (wanted.length === 0) return "none";
  if (wanted.some(({ code }) => !/^[A-Za-z0-9-]{1,40}$/.test(code))) return "code";
  if (new Set(wanted.map(({ code }) => code)).size !== wanted.length) return "twice";
  if (wanted.some(({ start }) => !/^([01]\d|2[0-3]):[0-5]\d$/.test(start))) return "start";
  if (wanted.some(({ hours }) => !(minutesOf(hours) >= shortest && minutesOf(hours) <= longest))) return "hours";
  if (wanted.some(({ counts }) => counts.some((count) => !/^\d{0,3}$/.test(count) || Number(count) > most))) return "counts";
  return wanted.every(({ counts }) => counts.every((count) => Number(count) === 0)) ? "nobody" : undefined;
}

/** The shifts and their cover on each day of a roster, as the contract asks for them. */
export function askedOf(wanted: readonly Wanted[], owner: string, first: string, last: string) {
  const days: string[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day);
  return {
    kinds: wanted.map(({ code, function: of, unit, start, hours }) => ({ code, function: of, unit: unit === "" ? "" : `${owner}/units/${unit}`, startMinute: Number(start.slice(0, 2)) * 60 + Number(start.slice(3)), lengthMinutes: minutesOf(hours) })),
    covers: wanted.flatMap(({ code, counts }) => days.map((day) => ({ day: dateOfDay(day), code, wanted: Number(counts[weekdayOf(day)] ?? 0) })).filter((cover) => cover.wanted > 0)),
  };
}

/** 0 = Monday. */
export const weekdayOf = (day: string): number => (new Date(`${day}T00:00Z`).getUTCDay() + 6) % 7;

const minutesOf = (hours: string): number => Math.round(Number(hours.replace(",", ".")) * 60);
