import type { StepAsking } from "../../assignment/stepAskings";
import type { Assignment } from "../../generated/handhaving/dispatch/v1/assignment_pb";
import type { Asking } from "../../incident/askings";
import type { Incident } from "../../generated/handhaving/dispatch/v1/incident_pb";
import type { Unit } from "../../generated/handhaving/dispatch/v1/unit_pb";
import type { UnitStatusCode } from "../../generated/handhaving/dispatch/v1/unit_service_pb";

/** What a command can be about. */
export interface World {
  units: readonly Unit[];
  incidents: readonly Incident[];
  /** The incident that is open. */
  opened: Incident | undefined;
  /** Units that can be signed on, as far as they were read. */
  offDuty: readonly Unit[];
  /** Codes that a unit reports with, by its owner's list. */
  codesOf: (unit: Unit) => readonly UnitStatusCode[];
  /** Name of the municipality of an incident. */
  municipalityOf: (incident: Incident) => string;
  /** Numbers that more than one incident has. */
  sharedNumbers: ReadonlySet<string>;
}

/** What a line does when it is confirmed. */
export type Act =
  | { do: "report"; words: string }
  | { do: "status"; unit: Unit; code: UnitStatusCode }
  | { do: "couple"; unit: Unit; incident: Incident }
  | { do: "open"; incident: Incident }
  | { do: "seek"; words: string }
  | { do: "note"; incident: Incident; text: string }
  | { do: "ask"; incident: Incident; what: Asking }
  | { do: "step"; assignment: Assignment; what: StepAsking }
  | { do: "sendBeside"; offers: number }
  | { do: "lookBack"; words: string }
  | { do: "duty"; unit: Unit | undefined; isOnDuty: boolean }
  | { do: "loans" }
  | { do: "keys" };

/** A line that the typed one can become. */
export interface Suggestion {
  line: string;
  /** Undefined: something is missing still. */
  act: Act | undefined;
  /** The incident that is open, where its state does not allow this. */
  notIn?: Incident | undefined;
  /** Incidents of one number, of which somebody has to say which. */
  which?: readonly Incident[];
}
