import { clone } from "@bufbuild/protobuf";
import { timestampFromMs, type Timestamp } from "@bufbuild/protobuf/wkt";
import { addDays } from "../../capacity/calendar/period";
import { RosterShiftSchema, type RosterShift } from "../../generated/handhaving/capacity/v1/roster_pb";
import { millisecondsOf } from "../../time/timestamp";
import { dateFieldOf, momentOfField } from "../../time/words";

const quarter = 15 * 60_000; // milliseconds
const hour = 60 * 60_000;

export const startOf = ({ startTime }: RosterShift): number => (startTime ? millisecondsOf(startTime) : 0);
export const endOf = ({ endTime }: RosterShift): number => (endTime ? millisecondsOf(endTime) : 0);

/** The local day on which a shift starts, and to which it belongs. */
export const dayOfShift = (shift: RosterShift): string => dateFieldOf(startOf(shift)).slice(0, 10);

/** The same shift so many days later, at the same times by the clock; negative = earlier. */
export function movedDays(shift: RosterShift, days: number): RosterShift {
  const moved = clone(RosterShiftSchema, shift);
  moved.startTime = onOtherDay(shift.startTime, days);
  moved.endTime = onOtherDay(shift.endTime, days);
  return moved;
}

/** The same shift so many quarters of an hour later. */
export function movedQuarters(shift: RosterShift, quarters: number): RosterShift {
  const moved = clone(RosterShiftSchema, shift);
  moved.startTime = timestampFromMs(startOf(shift) + quarters * quarter);
  moved.endTime = timestampFromMs(endOf(shift) + quarters * quarter);
  return moved;
}

/** The same shift of somebody else. */
export function givenTo(shift: RosterShift, officer: string): RosterShift {
  const moved = clone(RosterShiftSchema, shift);
  moved.officer = officer;
  return moved;
}

/** The same shift, pinned when it was not, and the other way round. */
export function pinnedOrNot(shift: RosterShift): RosterShift {
  const changed = clone(RosterShiftSchema, shift);
  changed.pinned = !shift.pinned;
  return changed;
}

// A time that the clock skips in spring is an hour later.
function onOtherDay(time: Timestamp | undefined, days: number): Timestamp {
  const field = dateFieldOf(time ? millisecondsOf(time) : 0);
  const wanted = `${addDays(field.slice(0, 10), days)}${field.slice(10)}`;
  return timestampFromMs(momentOfField(wanted) ?? Date.parse(`${wanted}Z`) - hour);
}
