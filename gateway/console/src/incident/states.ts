import { AssignmentState } from "../generated/handhaving/dispatch/v1/assignment_pb";
import { IncidentState } from "../generated/handhaving/dispatch/v1/incident_pb";

const incidentKeys = {
  [IncidentState.UNSPECIFIED]: "unknown", [IncidentState.RECEIVED]: "received", [IncidentState.PENDING]: "pending", [IncidentState.ASSIGNED]: "assigned",
  [IncidentState.EN_ROUTE]: "enRoute", [IncidentState.ON_SCENE]: "onScene", [IncidentState.HANDLED]: "handled", [IncidentState.CLOSED]: "closed",
  [IncidentState.CANCELLED]: "cancelled", [IncidentState.SCHEDULED]: "scheduled", [IncidentState.ON_HOLD]: "onHold", [IncidentState.AWAITING_REPORTER]: "awaitingReporter",
} as const satisfies Record<IncidentState, string>;

const assignmentKeys = {
  [AssignmentState.UNSPECIFIED]: "unknown", [AssignmentState.OFFERED]: "offered", [AssignmentState.ACCEPTED]: "accepted", [AssignmentState.EN_ROUTE]: "enRoute",
  [AssignmentState.ON_SCENE]: "onScene", [AssignmentState.CLEARED]: "cleared", [AssignmentState.DECLINED]: "declined", [AssignmentState.EXPIRED]: "expired",
  [AssignmentState.WITHDRAWN]: "withdrawn", [AssignmentState.FAILED]: "failed", [AssignmentState.PREEMPTED]: "preempted",
} as const satisfies Record<AssignmentState, string>;

/** Key of the words for a state; one of a later version of the contract is said to be unknown. */
export function stateKey(state: IncidentState): (typeof incidentKeys)[IncidentState] {
  return state in incidentKeys ? incidentKeys[state] : "unknown";
}

export function assignmentKey(state: AssignmentState): (typeof assignmentKeys)[AssignmentState] {
  return state in assignmentKeys ? assignmentKeys[state] : "unknown";
}
