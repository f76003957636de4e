import { timestampFromMs } from "@bufbuild/protobuf/wkt";
import { addDays, isDay } from "../../capacity/calendar/period";
import { momentOfField } from "../../time/words";

/** What is asked about units, as the fields have it. */
export interface SizeDraft {
  /** Where the calls come from: the forecast, or these fields. */
  source: "demand" | "load";
  /** First day, and how many. */
  day: string;
  days: string;
  /** Calls per hour by priority, the highest first. */
  arrivals: readonly string[];
  /** Minutes; empty with the forecast = as it was. */
  service: string;
  /** Minutes that a call waits at most for a unit. */
  wait: string;
  /** In percent of all calls. */
  share: string;
  /** Percent of the time of a planned unit that is for calls and patrol. */
  availability: string;
  /** Units that are planned; empty = not asked. */
  planned: string;
}

export type SizeProblem = "day" | "days" | "arrivals" | "service" | "wait" | "share" | "availability" | "planned";

const longest = 14; // days: as many hours as a person still reads

export const firstDraft = (today: string): SizeDraft => ({ source: "demand", day: today, days: "1", arrivals: ["1", "2", "2", "1", ""], service: "", wait: "5", share: "90", availability: "80", planned: "" });

/** What is still wrong; undefined when it can be asked. */
export function problemOf({ source, day, days, arrivals, service, wait, share, availability, planned }: SizeDraft): SizeProblem | undefined {
  const isDemand = source === "demand";
  if (isDemand && !isDay(day)) return "day";
  if (isDemand && !(/^\d{1,2}$/.test(days) && Number(days) >= 1 && Number(days) <= longest)) return "days";
  if (!isDemand && (arrivals.some((one) => !(numberOf(one) >= 0)) || arrivals.every((one) => numberOf(one) === 0))) return "arrivals";
  if (!(isDemand && service === "") && !(numberOf(service) > 0)) return "service";
  if (wait === "" || !(numberOf(wait) >= 0)) return "wait";
  if (!(numberOf(share) > 0 && numberOf(share) < 100)) return "share";
  if (!(numberOf(availability) > 0 && numberOf(availability) <= 100)) return "availability";
  return /^\d{0,3}$/.test(planned) && Number(planned) <= 500 ? undefined : "planned";
}

/** Milliseconds since 1970, of whole days by the clock in the Netherlands. */
export function stretchOf({ day, days }: Pick<SizeDraft, "day" | "days">): { start: number; end: number } {
  return { start: momentOfField(`${day}T00:00`) ?? 0, end: momentOfField(`${addDays(day, Number(days))}T00:00`) ?? 0 };
}

/** The request, without its owner. */
export function askedOf(draft: SizeDraft) {
  const { start, end } = stretchOf(draft);
  const meanServiceSeconds = numberOf(draft.service) * 60;
  const lastAsked = draft.arrivals.findLastIndex((one) => numberOf(one) > 0);
  return {
    ...(draft.source === "demand"
      ? { demand: { startTime: timestampFromMs(start), endTime: timestampFromMs(end), meanServiceSeconds } }
      : { load: { arrivalsPerHour: draft.arrivals.slice(0, lastAsked + 1).map(numberOf), meanServiceSeconds } }),
    maximumWaitSeconds: numberOf(draft.wait) * 60, share: numberOf(draft.share) / 100, availability: numberOf(draft.availability) / 100, plannedUnits: Number(draft.planned),
  };
}

/** A number as people write it, with a comma or a point; nothing counts as 0. */
export const numberOf = (text: string): number => (text.trim() === "" ? 0 : Number(text.replace(",", ".")));
