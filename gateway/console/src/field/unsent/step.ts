import { timestampFromMs } from "@bufbuild/protobuf/wkt";
import type { Clients } from "../../contracts/clients";
import type { Failure } from "../../contracts/failure";
import { AssignmentState } from "../../generated/handhaving/dispatch/v1/assignment_pb";

/** What a crew tells of its work, and may tell later with its true time. Accepting is none of them: an offer expires. */
export type Step =
  | { kind: "enRoute" | "onScene"; assignment: string }
  | { kind: "clear"; assignment: string; disposition: string }
  | { kind: "fail"; assignment: string; reason: string }
  | { kind: "note"; incident: string; text: string };

/** A step that this device holds until the platform has it. */
export interface Unsent {
  /** Of the intention: the same at each try. */
  requestId: string;
  /** When it happened, by the platform's clock, in milliseconds since 1970. */
  at: number;
  /** Number of the incident, to tell it by. */
  about: string;
  step: Step;
  /** Why the platform did not take it; a person decides what becomes of it. */
  refusal?: Failure;
}

/** The state in which a step leaves its assignment; undefined when it leaves it as it is. */
export function stateAfter({ kind }: Step): AssignmentState | undefined {
  switch (kind) {
    case "enRoute":
      return AssignmentState.EN_ROUTE;
    case "onScene":
      return AssignmentState.ON_SCENE;
    case "clear":
      return AssignmentState.CLEARED;
    case "fail":
      return AssignmentState.FAILED;
    case "note":
      return undefined;
  }
}

/** Tells it to the platform: the same request at each try. */
export function tell({ assignments, incidents }: Pick<Clients, "assignments" | "incidents">, { step, requestId, at }: Unsent): Promise<unknown> {
  const occurTime = timestampFromMs(at);
  switch (step.kind) {
    case "enRoute":
      return assignments.reportStatus({ name: step.assignment, state: AssignmentState.EN_ROUTE, requestId, occurTime });
    case "onScene":
      return assignments.reportStatus({ name: step.assignment, state: AssignmentState.ON_SCENE, requestId, occurTime });
    case "clear":
      return assignments.clearAssignment({ name: step.assignment, disposition: step.disposition, requestId, occurTime });
    case "fail":
      return assignments.failAssignment({ name: step.assignment, reason: step.reason, requestId, occurTime });
    case "note":
      return incidents.addNote({ name: step.incident, text: step.text, requestId, occurTime });
  }
}
