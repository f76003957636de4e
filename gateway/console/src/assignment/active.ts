import { AssignmentState, type Assignment } from "../generated/handhaving/dispatch/v1/assignment_pb";

const active = new Set([AssignmentState.OFFERED, AssignmentState.ACCEPTED, AssignmentState.EN_ROUTE, AssignmentState.ON_SCENE]);

/** The unit is offered the incident or works on it. */
export function isActive(assignment: Assignment): boolean {
  return active.has(assignment.state);
}
