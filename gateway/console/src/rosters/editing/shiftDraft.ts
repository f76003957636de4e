import { create } from "@bufbuild/protobuf";
import { timestampFromMs } from "@bufbuild/protobuf/wkt";
import { RosterShiftSchema, type RosterShift } from "../../generated/handhaving/capacity/v1/roster_pb";
import { dateFieldOf, momentOfField } from "../../time/words";
import { endOf, startOf } from "./moves";

/** A shift as the fields of its form have it. */
export interface ShiftDraft {
  id: string;
  officer: string;
  function: string;
  /** Id of a unit of the owner; empty = none. */
  unit: string;
  activity: string;
  /** `2026-11-30T08:00`. */
  from: string;
  to: string;
  /** Minutes; empty = what the law asks. */
  breakMinutes: string;
  pinned: boolean;
  note: string;
  /** The promise to a case that it serves; empty = none. */
  deployment: string;
}

export type ShiftProblem = "function" | "unit" | "from" | "to" | "order" | "long" | "outside" | "break";

const longest = 24 * 60 * 60_000; // milliseconds

export function draftOf(shift: RosterShift): ShiftDraft {
  return {
    id: shift.id, officer: shift.officer, function: shift.function, unit: shift.unit.split("/").at(-1) ?? "", activity: shift.activity, from: dateFieldOf(startOf(shift)), to: dateFieldOf(endOf(shift)),
    breakMinutes: shift.breakMinutes === undefined ? "" : String(shift.breakMinutes), pinned: shift.pinned, note: shift.note, deployment: shift.deployment,
  };
}

/** What is still wrong with it; undefined when it can be taken. Days are those of the roster. */
export function problemOf(draft: ShiftDraft, first: string, last: string): ShiftProblem | undefined {
  const [start, end] = [momentOfField(draft.from), momentOfField(draft.to)];
  if (draft.function === "") return "function";
  if (!/^([a-z0-9][a-z0-9-]*)?$/.test(draft.unit)) return "unit";
  if (start === undefined) return "from";
  if (end === undefined) return "to";
  if (end <= start) return "order";
  if (end - start > longest) return "long";
  if (draft.from.slice(0, 10) < first || draft.from.slice(0, 10) > last) return "outside";
  return /^\d{0,3}$/.test(draft.breakMinutes) && Number(draft.breakMinutes) <= 240 ? undefined : "break";
}

/** @param owner whose unit it is: `municipalities/0888`. */
export function shiftOf(draft: ShiftDraft, owner: string): RosterShift {
  return create(RosterShiftSchema, {
    id: draft.id, officer: draft.officer, function: draft.function, unit: draft.unit === "" ? "" : `${owner}/units/${draft.unit}`, activity: draft.activity.trim(),
    startTime: timestampFromMs(momentOfField(draft.from) ?? 0), endTime: timestampFromMs(momentOfField(draft.to) ?? 0),
    ...(draft.breakMinutes !== "" && { breakMinutes: Number(draft.breakMinutes) }), pinned: draft.pinned, note: draft.note.trim(), deployment: draft.deployment,
  });
}
