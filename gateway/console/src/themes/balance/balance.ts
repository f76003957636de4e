import type { ThemeHours } from "../../generated/handhaving/capacity/v1/priority_pb";

/** A theme beside its weight, in percent. */
export interface ThemeLine {
  code: string;
  name: string;
  weight: number;
  share: number;
  /** Share less weight, in points of percent: below 0 = it had less than is meant for it. */
  difference: number;
  hours: number;
  boaHours: number;
  policeHours: number;
  /** Most hours first. */
  areas: readonly { area: string; hours: number }[];
}

export function linesOf(themes: readonly ThemeHours[]): ThemeLine[] {
  return themes.map(({ theme, displayName, weight, share, boaHours, policeHours, areas }) => ({
    code: theme, name: displayName, weight: percent(weight), share: percent(share), difference: percent(share - weight), hours: round(boaHours + policeHours), boaHours: round(boaHours), policeHours: round(policeHours),
    areas: areas.map(({ area, hours }) => ({ area, hours: round(hours) })).toSorted((one, other) => other.hours - one.hours),
  }));
}

const percent = (share: number): number => Math.round(share * 1000) / 10;
const round = (hours: number): number => Math.round(hours * 10) / 10;
