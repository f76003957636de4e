import { DeskCallKind, UnitAvailability, type Unit } from "../generated/handhaving/dispatch/v1/unit_pb";

export type UnitGroup = "calling" | "free" | "busy" | "away";

export const unitGroups: readonly UnitGroup[] = ["calling", "free", "busy", "away"];

/**
 * In which part of the board a unit stands: who asks for the desk comes first, then who can be sent.
 * @param isDutyOver whether it is free by its own word alone.
 */
export function unitGroupOf(unit: Unit, isDutyOver: boolean): UnitGroup {
  if (unit.calls.length > 0) return "calling";
  if (isDutyOver) return "away";
  switch (unit.availability) {
    case UnitAvailability.AVAILABLE:
    case UnitAvailability.PATROLLING:
      return "free";
    case UnitAvailability.RESERVED:
    case UnitAvailability.COMMITTED:
    case UnitAvailability.CONDITIONALLY_COMMITTED:
      return "busy";
    case UnitAvailability.UNSPECIFIED:
    case UnitAvailability.OFF_DUTY:
    case UnitAvailability.BREAK:
    case UnitAvailability.OUT_OF_SERVICE:
    case UnitAvailability.DUTY_OVER:
      return "away";
  }
}

/** By call sign; an urgent call before others. */
export function unitsInOrder(units: Iterable<Unit>): Unit[] {
  return [...units].sort((one, other) => Number(isUrgent(other)) - Number(isUrgent(one)) || one.callSign.localeCompare(other.callSign, "nl", { numeric: true }));
}

function isUrgent(unit: Unit): boolean {
  return unit.calls.some((call) => call.kind === DeskCallKind.SPEECH_URGENT);
}
