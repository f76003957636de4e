import { UnitActivity, UnitAvailability, type Unit } from "../generated/handhaving/dispatch/v1/unit_pb";

/** What a unit on duty can do by its own word, each with the key of its words. */
export const activityKeys = [
  [UnitActivity.AVAILABLE, "available"],
  [UnitActivity.PATROLLING, "patrolling"],
  [UnitActivity.BREAK, "break"],
  [UnitActivity.OUT_OF_SERVICE, "outOfService"],
] as const satisfies readonly (readonly [UnitActivity, string])[];

export type ActivityKey = (typeof activityKeys)[number][1];

/** Whether the unit is on an incident, or was offered one: then it cannot go off duty. */
export function isBusy(unit: Unit): boolean {
  switch (unit.availability) {
    case UnitAvailability.RESERVED:
    case UnitAvailability.COMMITTED:
    case UnitAvailability.CONDITIONALLY_COMMITTED:
      return true;
    case UnitAvailability.UNSPECIFIED:
    case UnitAvailability.OFF_DUTY:
    case UnitAvailability.AVAILABLE:
    case UnitAvailability.PATROLLING:
    case UnitAvailability.BREAK:
    case UnitAvailability.OUT_OF_SERVICE:
    case UnitAvailability.DUTY_OVER:
      return false;
  }
}
