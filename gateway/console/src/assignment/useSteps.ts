import { timestampFromMs } from "@bufbuild/protobuf/wkt";
import { useTranslation } from "react-i18next";
import { useDesk } from "../desk/desk";
import { AssignmentState, type Assignment } from "../generated/handhaving/dispatch/v1/assignment_pb";
import { incidentOf } from "../contracts/names";

export type NextStep = "accept" | "enRoute" | "onScene" | "clear";

/** What usually comes next for a unit; undefined when it is done. */
export function nextStepOf(assignment: Assignment): NextStep | undefined {
  switch (assignment.state) {
    case AssignmentState.OFFERED:
      return "accept";
    case AssignmentState.ACCEPTED:
      return "enRoute";
    case AssignmentState.EN_ROUTE:
      return "onScene";
    case AssignmentState.ON_SCENE:
      return "clear";
    case AssignmentState.UNSPECIFIED:
    case AssignmentState.CLEARED:
    case AssignmentState.DECLINED:
    case AssignmentState.EXPIRED:
    case AssignmentState.WITHDRAWN:
    case AssignmentState.FAILED:
    case AssignmentState.PREEMPTED:
      return undefined;
  }
}

/**
 * All that a desk notes for a unit that tells it by radio, and what it decides about it.
 * @param at when it happened, in milliseconds since 1970; undefined = now.
 */
export function useSteps(assignment: Assignment, at: number | undefined) {
  const { t } = useTranslation();
  const { acts, clients } = useDesk();
  const { name } = assignment;
  const what = { name, occurTime: at === undefined ? undefined : timestampFromMs(at) };
  const run = (said: string, send: (requestId: string) => Promise<unknown>) => acts.run(incidentOf(name), `${assignment.callSign}: ${said}`, send);
  const report = (state: AssignmentState, said: string) => run(said, (requestId) => clients.assignments.reportStatus({ ...what, state, requestId }));
  return {
    accept: () => run(t("assignment.state.accepted"), (requestId) => clients.assignments.acceptAssignment({ ...what, requestId })),
    enRoute: () => report(AssignmentState.EN_ROUTE, t("assignment.state.enRoute")),
    onScene: () => report(AssignmentState.ON_SCENE, t("assignment.state.onScene")),
    clear: (disposition: string) => run(t("assignment.state.cleared"), (requestId) => clients.assignments.clearAssignment({ ...what, disposition, requestId })),
    decline: (reason: string) => run(t("assignment.state.declined"), (requestId) => clients.assignments.declineAssignment({ ...what, reason, requestId })),
    withdraw: (reason: string) => run(t("assignment.state.withdrawn"), (requestId) => clients.assignments.withdrawAssignment({ ...what, reason, requestId })),
    fail: (reason: string) => run(t("assignment.state.failed"), (requestId) => clients.assignments.failAssignment({ ...what, reason, requestId })),
  };
}
