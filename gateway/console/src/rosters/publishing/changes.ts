import { RosterShiftSchema, type RosterShift } from "../../generated/handhaving/capacity/v1/roster_pb";
import { endOf, startOf } from "../editing/moves";
import { equals } from "@bufbuild/protobuf";

/** What changes for somebody between what people were told and what they shall be told. */
export interface Change {
  kind: "added" | "moved" | "removed";
  shift: RosterShift;
  /** MOVED: what it was. */
  before: RosterShift | undefined;
  /** Whole days from now until the earlier of both begins; below 0 = it began. */
  days: number;
}

const dayLength = 86_400_000; // milliseconds

/**
 * Differences by their start, of shifts that are not over.
 * @param told the published shifts; ids of a draft that replaces them are their own, so shifts are held against each other by what they say.
 * @param now milliseconds since 1970.
 */
export function changesOf(told: readonly RosterShift[], shifts: readonly RosterShift[], now: number): Change[] {
  const left = told.filter((one) => !shifts.some((other) => sameSaid(one, other)));
  const added = shifts.filter((one) => !told.some((other) => sameSaid(one, other)));
  const changes: Change[] = [];
  for (const shift of added) {
    const at = left.findIndex((one) => one.officer === shift.officer && Math.abs(startOf(one) - startOf(shift)) < dayLength);
    const [before] = at < 0 ? [] : left.splice(at, 1);
    changes.push({ kind: before ? "moved" : "added", shift, before, days: daysUntil(Math.min(startOf(shift), before ? startOf(before) : Infinity), now) });
  }
  changes.push(...left.map((shift): Change => ({ kind: "removed", shift, before: undefined, days: daysUntil(startOf(shift), now) })));
  return changes.filter(({ shift, before }) => Math.max(endOf(shift), before ? endOf(before) : 0) > now).toSorted((one, other) => startOf(one.shift) - startOf(other.shift));
}

/** People who the platform says must consent, of a refusal; the full names where they are known. */
export function peopleNamed(officers: string, known: readonly string[]): string[] {
  return officers.split(",").map((one) => one.trim()).filter((one) => one !== "").map((one) => known.find((name) => name === one || name.endsWith(`/${one}`)) ?? one);
}

const daysUntil = (start: number, now: number) => Math.floor((start - now) / dayLength);

function sameSaid(one: RosterShift, other: RosterShift): boolean {
  return equals(RosterShiftSchema, { ...one, id: "", pinned: false }, { ...other, id: "", pinned: false });
}
