import { useTranslation } from "react-i18next";
import { useDesk } from "../desk/desk";
import type { AssignUnitResponse, PreemptAssignmentResponse } from "../generated/handhaving/dispatch/v1/assignment_service_pb";
import type { AssignmentRole } from "../generated/handhaving/dispatch/v1/assignment_pb";
import type { Incident } from "../generated/handhaving/dispatch/v1/incident_pb";
import type { UnitPick } from "../generated/handhaving/dispatch/v1/incident_service_pb";

/** What a person says and knows who sends a unit. */
export interface Why {
  /** Empty where none is needed. */
  reason: string;
  /** The unit is on scene elsewhere and leaves it. */
  leavesScene: boolean;
}

/** Offers the incident to a unit, and says whether it was: of two desks that do so at once one wins, and the other is told who. */
export function useSend(incident: Incident, role: AssignmentRole, refused: () => void): (pick: UnitPick, why: Why) => Promise<boolean> {
  const { t } = useTranslation();
  const { acts, clients } = useDesk();
  return async (pick, { reason, leavesScene }) => {
    const { name: parent, etag } = incident;
    const answer = await acts.run(incident.name, t("send.done", { unit: pick.callSign }), (requestId): Promise<AssignUnitResponse | PreemptAssignmentResponse> =>
      pick.interrupts === ""
        ? clients.assignments.assignUnit({ parent, unit: pick.unit, etag, role, requestId, ...(reason !== "" && { borrow: { skipHoldReason: reason } }) })
        : clients.assignments.preemptAssignment({ parent, etag, assignment: pick.interrupts, reason, leaveScene: leavesScene, requestId }),
    );
    if (!answer) refused();
    return answer !== undefined;
  };
}
