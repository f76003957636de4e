import { DeskCallKind, UnitAvailability, UnitKind } from "../generated/handhaving/dispatch/v1/unit_pb";

const kinds = {
  [UnitKind.UNSPECIFIED]: "other", [UnitKind.FOOT]: "foot", [UnitKind.BIKE]: "bike", [UnitKind.CAR]: "car", [UnitKind.POLICE]: "police",
} as const satisfies Record<UnitKind, string>;

const availabilities = {
  [UnitAvailability.UNSPECIFIED]: "unknown", [UnitAvailability.OFF_DUTY]: "offDuty", [UnitAvailability.AVAILABLE]: "available", [UnitAvailability.RESERVED]: "reserved",
  [UnitAvailability.COMMITTED]: "committed", [UnitAvailability.CONDITIONALLY_COMMITTED]: "conditional", [UnitAvailability.PATROLLING]: "patrolling",
  [UnitAvailability.BREAK]: "break", [UnitAvailability.OUT_OF_SERVICE]: "outOfService", [UnitAvailability.DUTY_OVER]: "dutyOver",
} as const satisfies Record<UnitAvailability, string>;

const calls = {
  [DeskCallKind.UNSPECIFIED]: "speech", [DeskCallKind.SPEECH]: "speech", [DeskCallKind.SPEECH_URGENT]: "urgent", [DeskCallKind.INCIDENT_REPORT]: "report",
} as const satisfies Record<DeskCallKind, string>;

export function kindKey(kind: UnitKind): (typeof kinds)[UnitKind] {
  return kind in kinds ? kinds[kind] : "other";
}

export function availabilityKey(availability: UnitAvailability): (typeof availabilities)[UnitAvailability] {
  return availability in availabilities ? availabilities[availability] : "unknown";
}

export function callKey(kind: DeskCallKind): (typeof calls)[DeskCallKind] {
  return kind in calls ? calls[kind] : "speech";
}
