import { ShiftOfDay, type ShiftPresence } from "../generated/handhaving/capacity/v1/presence_service_pb";
import { millisecondsOf } from "../time/timestamp";

const keys = { [ShiftOfDay.DAY]: "day", [ShiftOfDay.EVENING]: "evening", [ShiftOfDay.NIGHT]: "night", [ShiftOfDay.UNSPECIFIED]: "other" } as const;

export const shiftsOfDay = [ShiftOfDay.DAY, ShiftOfDay.EVENING, ShiftOfDay.NIGHT] as const;

export const shiftKey = (shift: ShiftOfDay) => keys[shift];

/** One shift of one district. */
export interface ShiftLine {
  /** Milliseconds since 1970. */
  start: number;
  end: number;
  boaMinutes: number;
  policeMinutes: number;
  /** No unit of the whole area asked of was seen in that shift: whether nobody was there or nothing was measured is not known. */
  isUnknown: boolean;
  isBelow: boolean;
}

/** What was reached in a district in one part of the day, against its norm. */
export interface DistrictLine {
  /** Code of the district; of the municipality where no district is known. */
  area: string;
  shift: ShiftOfDay;
  /** Minutes; undefined = none was set. */
  norm: number | undefined;
  /** Of shifts of which something is known, in minutes; undefined when there are none. */
  average: number | undefined;
  below: number;
  known: number;
  unknown: number;
  /** Latest first. */
  shifts: readonly ShiftLine[];
}

/** Districts by code, the parts of a day in their order. A shift in which no unit was seen anywhere counts as not known, never as below the norm. */
export function linesOf(presences: readonly ShiftPresence[]): DistrictLine[] {
  const seen = new Set(presences.filter(({ boaMinutes, policeMinutes }) => boaMinutes + policeMinutes > 0).map(startOf));
  const groups = new Map<string, ShiftPresence[]>();
  for (const one of presences) groups.set(`${one.area} ${one.shift}`, [...(groups.get(`${one.area} ${one.shift}`) ?? []), one]);
  return [...groups.values()].flatMap((group) => (group[0] ? [lineOf(group[0], group, seen)] : [])).toSorted((one, other) => one.area.localeCompare(other.area) || one.shift - other.shift);
}

function lineOf({ area, shift }: ShiftPresence, group: readonly ShiftPresence[], seen: ReadonlySet<number>): DistrictLine {
  const shifts = group.map((one): ShiftLine => {
    const isUnknown = !seen.has(startOf(one));
    return { start: startOf(one), end: one.endTime ? millisecondsOf(one.endTime) : 0, boaMinutes: one.boaMinutes, policeMinutes: one.policeMinutes, isUnknown, isBelow: one.belowNorm && !isUnknown };
  }).toSorted((one, other) => other.start - one.start);
  const known = shifts.filter(({ isUnknown }) => !isUnknown);
  const minutes = known.reduce((sum, { boaMinutes, policeMinutes }) => sum + boaMinutes + policeMinutes, 0);
  return { area, shift, norm: group.find(({ normMinutes }) => normMinutes !== undefined)?.normMinutes, average: known.length === 0 ? undefined : Math.round(minutes / known.length), below: known.filter(({ isBelow }) => isBelow).length, known: known.length, unknown: shifts.length - known.length, shifts };
}

const startOf = ({ startTime }: ShiftPresence): number => (startTime ? millisecondsOf(startTime) : 0);

/** The municipality whose district it is; Statistics Netherlands numbers a district after its municipality. */
export const municipalityOfArea = (area: string): string => area.replace(/^WK/, "").slice(0, 4);

/** Whether it is a code of no district but of a whole municipality: positions there lie in no district that is known. */
export const isMunicipality = (area: string): boolean => /^\d{4}$/.test(area);

/** Minutes as somebody types them; undefined when they are none. */
export const minutesOf = (text: string): number | undefined => (/^\d{1,5}$/.test(text.trim()) && Number(text) <= 10_000 ? Number(text) : undefined);
