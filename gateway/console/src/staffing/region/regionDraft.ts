import type { ForecastHour } from "../../generated/handhaving/capacity/v1/demand_pb";
import { FullRegion } from "../../generated/handhaving/capacity/v1/staffing_pb";
import { numberOf } from "../sizing/sizeDraft";

/** An area as the fields have it. */
export interface AreaDraft {
  area: string;
  /** Per hour. */
  calls: string;
  /** Minutes to drive there, per unit. */
  travel: readonly string[];
}

/** What is asked about units that help each other, as the fields have it. */
export interface RegionDraft {
  units: string;
  /** Minutes that a unit is tied to a call. */
  service: string;
  areas: readonly AreaDraft[];
  full: "wait" | "lost";
  /** Number of the unit that is missing; empty = none. */
  without: string;
}

/** Reads the calls expected, by hour and area. */
export type ReadExpected = () => Promise<readonly ForecastHour[]>;

export type RegionProblem = "units" | "service" | "areas" | "calls" | "travel" | "without";

const mostUnits = 12; // as many columns as a person still fills in; to them the model is exact

export const firstRegion: RegionDraft = {
  units: "3", service: "30", full: "wait", without: "",
  areas: [{ area: "A", calls: "1", travel: ["5", "10", "15"] }, { area: "B", calls: "1", travel: ["10", "5", "10"] }, { area: "C", calls: "0,5", travel: ["15", "10", "5"] }],
};

export const unitCount = ({ units }: RegionDraft): number => (/^\d{1,2}$/.test(units) && Number(units) <= mostUnits ? Number(units) : 0);

/** Areas with the calls expected there, per hour on average; drives that were filled in for an area stay. */
export function expectedAreas(hours: readonly ForecastHour[], known: readonly AreaDraft[]): AreaDraft[] {
  const sums = new Map<string, { calls: number; hours: number }>();
  for (const { area, calls } of hours) {
    const sum = sums.get(area) ?? { calls: 0, hours: 0 };
    sums.set(area, { calls: sum.calls + calls, hours: sum.hours + 1 });
  }
  return [...sums].toSorted(([one], [other]) => one.localeCompare(other)).map(([area, sum]) => ({ area, calls: String(Math.round((sum.calls / sum.hours) * 100) / 100), travel: known.find((one) => one.area === area)?.travel ?? [] }));
}

/** What is still wrong; undefined when it can be asked. */
export function problemOf(draft: RegionDraft): RegionProblem | undefined {
  const count = unitCount(draft);
  if (count < 1) return "units";
  if (!(numberOf(draft.service) > 0)) return "service";
  if (draft.areas.length === 0 || draft.areas.some(({ area }) => area.trim() === "") || new Set(draft.areas.map(({ area }) => area.trim())).size !== draft.areas.length) return "areas";
  if (draft.areas.some(({ calls }) => !(numberOf(calls) >= 0)) || draft.areas.every(({ calls }) => numberOf(calls) === 0)) return "calls";
  if (draft.areas.some(({ travel }) => travelOf(travel, count).some((one) => one === "" || !(numberOf(one) >= 0)))) return "travel";
  return /^\d{0,2}$/.test(draft.without) && Number(draft.without) <= count ? undefined : "without";
}

/** The request, without its owner: units go where they drive the shortest. */
export function askedOf(draft: RegionDraft) {
  const count = unitCount(draft);
  return {
    meanServiceSeconds: Array.from({ length: count }, () => numberOf(draft.service) * 60),
    atoms: draft.areas.map(({ area, calls, travel }) => ({ area: area.trim(), callsPerHour: numberOf(calls), travelSeconds: travelOf(travel, count).map((one) => numberOf(one) * 60) })),
    fullRegion: draft.full === "wait" ? FullRegion.CALLS_WAIT : FullRegion.CALLS_ARE_LOST,
    withoutUnit: Number(draft.without),
  };
}

export const travelOf = (travel: readonly string[], count: number): string[] => Array.from({ length: count }, (_, at) => travel[at] ?? "");
