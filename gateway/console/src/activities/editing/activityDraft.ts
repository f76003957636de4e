import { isDay } from "../../capacity/calendar/period";
import { ActivityKind, type Activity } from "../../generated/handhaving/capacity/v1/activity_pb";
import { dateOfDay, dayOfDate } from "../../time/date";

/** An organisation as the fields have it. */
export interface PartnerDraft {
  organisation: string;
  /** Hours; a comma or a point before the parts of an hour. */
  hours: string;
  police: boolean;
}

/** An activity as the fields have it. */
export interface ActivityDraft {
  code: string;
  kind: ActivityKind;
  name: string;
  theme: string;
  /** Code of the target group; empty = nobody in particular. */
  group: string;
  place: string;
  /** Last day that is paid for; empty = no end. */
  end: string;
  partners: readonly PartnerDraft[];
  /** Of the activity as it was read; empty for a new one. */
  etag: string;
}

export type ActivityProblem = "code" | "name" | "theme" | "group" | "place" | "end" | "partners" | "organisation" | "twice" | "hours";

export const emptyPartner: PartnerDraft = { organisation: "", hours: "", police: false };

export const newActivity: ActivityDraft = { code: "", kind: ActivityKind.PROJECT, name: "", theme: "", group: "", place: "", end: "", partners: [emptyPartner], etag: "" };

export function draftOf({ code, kind, displayName, theme, targetGroup, place, fundingEndDate, partners, etag }: Activity): ActivityDraft {
  return { code, kind, name: displayName, theme, group: targetGroup, place, end: dayOfDate(fundingEndDate), partners: partners.map(({ organisation, hours, police }) => ({ organisation, hours: String(hours).replace(".", ","), police })), etag };
}

const isCode = (text: string): boolean => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text);

/** Hours as somebody types them; NaN when they are none. */
export const hoursOf = (text: string): number => (/^\d{1,6}([.,]\d{1,2})?$/.test(text.trim()) ? Number(text.trim().replace(",", ".")) : NaN);

/** What is still wrong; undefined when it can be sent. */
export function problemOf({ code, kind, name, theme, group, place, end, partners }: ActivityDraft): ActivityProblem | undefined {
  if (!isCode(code)) return "code";
  if (name.trim() === "") return "name";
  if (!isCode(theme)) return "theme";
  if (kind === ActivityKind.PREVENTION && group === "") return "group";
  if (kind === ActivityKind.TRAFFIC && place.trim() === "") return "place";
  if (end === "" ? kind === ActivityKind.PROJECT : !isDay(end)) return "end";
  if (partners.length === 0) return "partners";
  if (partners.some(({ organisation }) => !isCode(organisation))) return "organisation";
  if (new Set(partners.map(({ organisation }) => organisation)).size !== partners.length) return "twice";
  return partners.every(({ hours }) => hoursOf(hours) >= 0.25 && hoursOf(hours) <= 100_000) ? undefined : "hours";
}

/** The activity as the contract takes it. */
export function activityOf({ code, kind, name, theme, group, place, end, partners, etag }: ActivityDraft) {
  return {
    code, kind, displayName: name.trim(), theme, targetGroup: group, place: place.trim(), etag, ...(end !== "" && { fundingEndDate: dateOfDay(end) }),
    partners: partners.map(({ organisation, hours, police }) => ({ organisation, hours: hoursOf(hours), police })),
  };
}
