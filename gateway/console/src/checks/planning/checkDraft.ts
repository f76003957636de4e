import { timestampFromMs } from "@bufbuild/protobuf/wkt";
import { momentOfField } from "../../time/words";

/** A check as the fields have it. */
export interface CheckDraft {
  name: string;
  place: string;
  /** `2026-11-30T18:00`. */
  from: string;
  to: string;
  /** Resource names of the organisations, the one that plans among them. */
  participants: readonly string[];
  /** Who come along without a place here, parted by commas. */
  partners: string;
  /** Ids of units by organisation, parted by spaces or commas. */
  units: Readonly<Record<string, string>>;
}

export type CheckProblem = "name" | "place" | "from" | "to" | "order" | "long" | "joint" | "without" | "unit" | "partners";

const longest = 2 * 24 * 60 * 60_000; // milliseconds

const mostPartners = 20;
const longestPartner = 60; // signs

export const partnersOf = (text: string): string[] => text.split(",").map((one) => one.trim()).filter((one) => one !== "");

export const idsOf = (text: string | undefined): string[] => (text ?? "").split(/[\s,]+/).filter((one) => one !== "");

/** The units of an organisation with this one among them when it was not, and without it when it was. */
export function toggled(draft: CheckDraft, participant: string, unit: string): CheckDraft {
  const ids = idsOf(draft.units[participant]);
  return { ...draft, units: { ...draft.units, [participant]: (ids.includes(unit) ? ids.filter((one) => one !== unit) : [...ids, unit]).join(" ") } };
}

/** What is still wrong; undefined when it can be sent. */
export function problemOf({ name, place, from, to, participants, partners, units }: CheckDraft): CheckProblem | undefined {
  const [start, end] = [momentOfField(from), momentOfField(to)];
  if (name.trim() === "") return "name";
  if (place.trim() === "") return "place";
  if (start === undefined) return "from";
  if (end === undefined) return "to";
  if (end <= start) return "order";
  if (end - start > longest) return "long";
  if (participants.length < 2) return "joint";
  if (participants.some((one) => idsOf(units[one]).length === 0)) return "without";
  if (partnersOf(partners).length > mostPartners || partnersOf(partners).some((one) => one.length > longestPartner)) return "partners";
  return participants.every((one) => idsOf(units[one]).every((id) => /^[a-z0-9-]+$/.test(id))) ? undefined : "unit";
}

/** The check as the contract takes it. */
export function checkOf({ name, place, from, to, participants, partners, units }: CheckDraft) {
  return {
    displayName: name.trim(), place: place.trim(), startTime: timestampFromMs(momentOfField(from) ?? 0), endTime: timestampFromMs(momentOfField(to) ?? 0), participants: [...participants], partners: partnersOf(partners),
    units: participants.flatMap((one) => idsOf(units[one]).map((id) => `${one}/units/${id}`)),
  };
}
