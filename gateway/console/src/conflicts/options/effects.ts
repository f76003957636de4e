import type { Timestamp } from "@bufbuild/protobuf/wkt";
import type { Conflict, DecisionEffects, DecisionOption, WaterlineBreach } from "../../generated/handhaving/capacity/v1/triangle_pb";
import { OptionKind, OptionObstacle } from "../../generated/handhaving/capacity/v1/triangle_pb";
import { millisecondsOf } from "../../time/timestamp";

/** What about an option's effects can differ, in the order in which they stand beside each other. */
export type EffectLine = "possible" | "given" | "breaches" | "displaced" | "notDone" | "district" | "shift";

/** What differs between what is voted on and what the same option would do now; empty where that is not known. */
export function changedSince(voted: DecisionOption | undefined, conflict: Conflict | undefined): EffectLine[] {
  const now = conflict?.options.find(({ kind }) => kind === voted?.kind);
  if (!voted?.effects || !now?.effects || voted.kind === OptionKind.DISPLACE && !sameNames(voted.displaced, now.displaced)) return [];
  const [before, after] = [voted.effects, now.effects];
  const differs: readonly [EffectLine, boolean][] = [
    ["possible", before.obstacle !== after.obstacle],
    ["given", before.givenCount !== after.givenCount || before.askedCount !== after.askedCount],
    ["breaches", writtenBreaches(before) !== writtenBreaches(after)],
    ["displaced", !sameNames(before.displaced, after.displaced)],
    ["notDone", before.notDone.length !== after.notDone.length],
    ["district", before.districtHours !== after.districtHours],
    ["shift", voted.shiftSeconds !== now.shiftSeconds],
  ];
  return differs.filter(([, is]) => is).map(([line]) => line);
}

export function isPossible(option: DecisionOption): boolean {
  return option.effects?.obstacle === OptionObstacle.UNSPECIFIED;
}

/** Milliseconds since 1970 of all that an option touches, from begin to end: so long at least a decision about it has to hold. */
export function reachOf(conflict: Conflict, option: DecisionOption): { start: number; end: number } {
  const shift = Number(option.shiftSeconds) * 1000;
  const touched = [...conflict.shortages.map((one) => stretchOf(one, 0)), ...conflict.shortages.map((one) => stretchOf(one, shift)), ...(option.effects?.breaches ?? []).map((one) => stretchOf(one, 0)), ...(option.effects?.notDone ?? []).map((one) => stretchOf(one, 0))];
  return { start: Math.min(...touched.map(({ start }) => start)), end: Math.max(...touched.map(({ end }) => end)) };
}

function stretchOf({ startTime, endTime }: { startTime?: Timestamp | undefined; endTime?: Timestamp | undefined }, shift: number) {
  return { start: startTime ? millisecondsOf(startTime) + shift : Infinity, end: endTime ? millisecondsOf(endTime) + shift : -Infinity };
}

const writtenBreaches = ({ breaches }: DecisionEffects) => breaches.map((breach) => writtenBreach(breach)).sort().join(";");
const writtenBreach = ({ function: code, startTime, endTime, count }: WaterlineBreach) => `${code} ${startTime?.seconds} ${endTime?.seconds} ${count}`;
const sameNames = (one: readonly string[], other: readonly string[]) => one.toSorted().join() === other.toSorted().join();
