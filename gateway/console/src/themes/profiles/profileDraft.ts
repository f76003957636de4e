import { isDay } from "../../capacity/calendar/period";
import type { PriorityProfile } from "../../generated/handhaving/capacity/v1/priority_pb";
import { dateOfDay, dayOfDate } from "../../time/date";

/** A theme as the fields have it. */
export interface ThemeDraft {
  code: string;
  name: string;
  /** Percent. */
  weight: string;
  origin: string;
  /** Codes, parted by spaces or commas. */
  families: string;
  areas: string;
}

/** A version as the fields have it. */
export interface ProfileDraft {
  document: string;
  from: string;
  until: string;
  motive: string;
  themes: readonly ThemeDraft[];
}

export type ProfileProblem = "document" | "days" | "motive" | "themes" | "code" | "twice" | "name" | "weight" | "origin" | "counts" | "families" | "areas" | "sum";

const most = 99; // percent: something is left for everything else

export const emptyTheme: ThemeDraft = { code: "", name: "", weight: "", origin: "", families: "", areas: "" };

/** A new version begins as the one before it; its motive is its own. */
export function draftOf(latest: PriorityProfile | undefined): ProfileDraft {
  return {
    document: latest?.document ?? "", from: dayOfDate(latest?.validFrom), until: dayOfDate(latest?.validUntil), motive: "",
    themes: latest?.themes.map(({ code, displayName, weight, origin, families, areas }) => ({ code, name: displayName, weight: String(weight), origin, families: families.join(" "), areas: areas.join(" ") })) ?? [emptyTheme],
  };
}

export const sumOf = ({ themes }: ProfileDraft): number => themes.reduce((sum, { weight }) => sum + (Number(weight) || 0), 0);

/** What is still wrong; undefined when it can be sent. */
export function problemOf(draft: ProfileDraft): ProfileProblem | undefined {
  const { document, from, until, motive, themes } = draft;
  if (document.trim() === "") return "document";
  if (!isDay(from) || !isDay(until) || until < from) return "days";
  if (themes.length === 0) return "themes";
  if (themes.some(({ code }) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(code))) return "code";
  if (new Set(themes.map(({ code }) => code)).size !== themes.length) return "twice";
  if (themes.some(({ name }) => name.trim() === "")) return "name";
  if (themes.some(({ weight }) => !/^[1-9]\d?$/.test(weight))) return "weight";
  if (themes.some(({ origin }) => origin.trim() === "")) return "origin";
  if (themes.some(({ families }) => codesOf(families).some((one) => !/^[a-z0-9_-]+$/.test(one)))) return "families";
  if (themes.some(({ areas }) => codesOf(areas).some((one) => !/^[A-Z]{0,2}[0-9]{4,8}$/.test(one)))) return "areas";
  if (themes.some(({ families, areas }) => codesOf(families).length + codesOf(areas).length === 0)) return "counts";
  if (sumOf(draft) > most) return "sum";
  return motive.trim() === "" ? "motive" : undefined;
}

/** The version as the contract takes it. */
export function profileOf({ document, from, until, motive, themes }: ProfileDraft) {
  return {
    document: document.trim(), validFrom: dateOfDay(from), validUntil: dateOfDay(until), motive: motive.trim(),
    themes: themes.map(({ code, name, weight, origin, families, areas }) => ({ code, displayName: name.trim(), weight: Number(weight), origin: origin.trim(), families: codesOf(families), areas: codesOf(areas) })),
  };
}

const codesOf = (text: string): string[] => text.split(/[\s,]+/).filter((one) => one !== "");
