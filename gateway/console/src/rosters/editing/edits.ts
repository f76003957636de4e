import { clone, equals } from "@bufbuild/protobuf";
import { RosterShiftSchema, type RosterShift } from "../../generated/handhaving/capacity/v1/roster_pb";
import { startOf } from "./moves";

/** What a planner changed in a roster and the platform does not have yet. */
export interface Edits {
  /** Shifts as they shall be, by id; the id of a new one is of this page alone. */
  put: ReadonlyMap<string, RosterShift>;
  /** Ids of shifts that shall go. */
  removed: ReadonlySet<string>;
}

export const noEdits: Edits = { put: new Map(), removed: new Set() };

const ownMark = "new:";

/** An id for a shift that the platform does not know. */
export const newId = (): string => `${ownMark}${crypto.randomUUID()}`;

export const countOf = ({ put, removed }: Edits): number => put.size + removed.size;

export function putShift({ put, removed }: Edits, shift: RosterShift): Edits {
  const kept = new Set(removed);
  kept.delete(shift.id);
  return { put: new Map(put).set(shift.id, shift), removed: kept };
}

export function removeShift({ put, removed }: Edits, id: string): Edits {
  const rest = new Map(put);
  rest.delete(id);
  return { put: rest, removed: id.startsWith(ownMark) ? removed : new Set(removed).add(id) };
}

/** The shifts as they would be with what was changed, by their start. */
export function shiftsWith(shifts: readonly RosterShift[], { put, removed }: Edits): RosterShift[] {
  const known = new Set(shifts.map(({ id }) => id));
  const all = [...shifts.filter(({ id }) => !removed.has(id)).map((shift) => put.get(shift.id) ?? shift), ...[...put.values()].filter(({ id }) => !known.has(id))];
  return all.toSorted((one, other) => startOf(one) - startOf(other) || one.officer.localeCompare(other.officer));
}

/** What to send: a shift that is not there any more is added anew, and what is gone already is not taken away twice. */
export function requestOf({ put, removed }: Edits, shifts: readonly RosterShift[]): { shifts: RosterShift[]; removedIds: string[] } {
  const known = new Set(shifts.map(({ id }) => id));
  const sent = [...put.values()].map((shift) => {
    const one = clone(RosterShiftSchema, shift);
    if (!known.has(one.id)) one.id = "";
    return one;
  });
  return { shifts: sent, removedIds: [...removed].filter((id) => known.has(id)) };
}

/** What is left after these were kept: what changed once more meanwhile stays. */
export function without(edits: Edits, sent: Edits): Edits {
  return {
    put: new Map([...edits.put].filter(([id, shift]) => sent.put.get(id) !== shift)),
    removed: new Set([...edits.removed].filter((id) => !sent.removed.has(id))),
  };
}

/** Ids of shifts that were changed here and, since `before`, elsewhere too. */
export function clashes({ put, removed }: Edits, before: readonly RosterShift[], now: readonly RosterShift[]): string[] {
  const [old, current] = [before, now].map((shifts) => new Map(shifts.map((shift) => [shift.id, shift])));
  return [...put.keys(), ...removed].filter((id) => {
    const [was, is] = [old?.get(id), current?.get(id)];
    return was !== undefined && (is === undefined || !equals(RosterShiftSchema, was, is));
  });
}
