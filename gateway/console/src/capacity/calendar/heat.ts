import type { CapacityBlock } from "../../generated/handhaving/capacity/v1/ledger_pb";
import { millisecondsOf } from "../../time/timestamp";
import { dateFieldOf } from "../../time/words";
import type { Period } from "./period";

/** How much is free, the most pressing first. */
export const levels = ["short", "decided", "none", "few", "enough", "unknown"] as const;

export type Level = (typeof levels)[number];

/** Fifteen minutes as the calendar has them; undefined block: nothing is known of them. */
export interface Quarter {
  /** Milliseconds since 1970. */
  start: number;
  block: CapacityBlock | undefined;
}

/** An hour as Dutch clocks show it. */
export interface Cell {
  day: string;
  /** 0 to 23. */
  hour: number;
  /** Four; eight where the hour comes twice, none where the clock skips it. */
  quarters: readonly Quarter[];
  /** Of the quarter that is worst off among those of which something is known. */
  level: Level;
  /** People that are free in that quarter; below zero = short; undefined when not known. */
  free: number | undefined;
  /** True when nothing is known of a part of the hour. */
  isPartlyUnknown: boolean;
}

export const quarterLength = 15 * 60_000; // milliseconds
export const hoursOfDay: readonly number[] = Array.from({ length: 24 }, (_, hour) => hour);
const few = 2; // people

/** Whether anybody reported the strength of a block: without that its zeros say nothing. */
export function isKnown(block: CapacityBlock | undefined): block is CapacityBlock {
  return block?.reportTime !== undefined;
}

export function levelOf(block: CapacityBlock | undefined): Level {
  if (!isKnown(block)) return "unknown";
  if (block.free < 0) return block.free + block.waived >= 0 ? "decided" : "short";
  if (block.free === 0) return "none";
  return block.free <= few ? "few" : "enough";
}

/** Rows of days with 24 hours each, of whatever blocks are known. */
export function heatOf(period: Period, blocks: readonly CapacityBlock[]): readonly (readonly Cell[])[] {
  const known = new Map(blocks.map((block) => [block.startTime ? millisecondsOf(block.startTime) : 0, block]));
  const quarters = new Map<string, Quarter[]>();
  for (let start = period.start; start < period.end; start += quarterLength) {
    const hour = dateFieldOf(start).slice(0, 13);
    quarters.set(hour, [...(quarters.get(hour) ?? []), { start, block: known.get(start) }]);
  }
  return period.days.map((day) => hoursOfDay.map((hour) => cellOf(day, hour, quarters.get(`${day}T${String(hour).padStart(2, "0")}`) ?? [])));
}

function cellOf(day: string, hour: number, quarters: readonly Quarter[]): Cell {
  const worst = quarters.filter(({ block }) => isKnown(block)).map(({ block }) => block).toSorted((one, other) => levels.indexOf(levelOf(one)) - levels.indexOf(levelOf(other)) || (one?.free ?? 0) - (other?.free ?? 0))[0];
  return { day, hour, quarters, level: levelOf(worst), free: worst?.free, isPartlyUnknown: worst !== undefined && quarters.some(({ block }) => !isKnown(block)) };
}
