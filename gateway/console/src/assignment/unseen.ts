import { AssignmentState, type Assignment } from "../generated/handhaving/dispatch/v1/assignment_pb";
import { millisecondsOf } from "../time/timestamp";

/** How long an offer may take to be shown on a device of the crew, in milliseconds; then somebody else is proposed. */
const longestUntilShown = 5_000;

/**
 * The unit is offered the incident and no device has said that it shows the offer, also because it has none.
 * @param now of the platform, in milliseconds since 1970.
 */
export function isUnseen(assignment: Assignment, now: number): boolean {
  return assignment.state === AssignmentState.OFFERED && !assignment.shownTime && assignment.offerTime !== undefined && now - millisecondsOf(assignment.offerTime) >= longestUntilShown;
}
