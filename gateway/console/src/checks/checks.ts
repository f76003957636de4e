import type { JointCheck } from "../generated/handhaving/capacity/v1/joint_check_pb";
import { millisecondsOf } from "../time/timestamp";

/** Where a check stands in time. */
export type CheckMoment = "ahead" | "running" | "over";

export function momentOf({ startTime, endTime }: JointCheck, now: number): CheckMoment {
  if (startTime && now < millisecondsOf(startTime)) return "ahead";
  return endTime && now >= millisecondsOf(endTime) ? "over" : "running";
}

/** Ids of the units that an organisation sends. */
export const unitsOf = (units: readonly string[], participant: string): string[] => units.filter((unit) => unit.startsWith(`${participant}/units/`)).map((unit) => unit.split("/").at(-1) ?? unit);

/** Resource names of municipalities (codes) and teams (ids) of which the name is known, by their name. */
export function organisationsOf(names: ReadonlyMap<string, string>): string[] {
  return [...names].toSorted(([, one], [, other]) => one.localeCompare(other, "nl")).map(([id]) => (/^\d{4}$/.test(id) ? `municipalities/${id}` : `teams/${id}`));
}
