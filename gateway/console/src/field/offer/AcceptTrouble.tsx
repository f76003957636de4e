import { useEffect } from "react";
import { TroubleBox } from "../../acting/TroubleBox";
import { AssignmentState } from "../../generated/handhaving/dispatch/v1/assignment_pb";
import { useStore } from "../../time/store";
import { useField } from "../field";

/** Where an offer is taken. */
export const acceptPlace = "accept";

/** What went wrong with taking an offer. Where it is taken since, by a colleague of the crew a moment before or by the try whose answer was lost, nothing did: it is as was wanted, and the job says so. */
export function AcceptTrouble({ state }: { state: AssignmentState | undefined }) {
  const { acts } = useField();
  const failure = useStore(acts).troubles.get(acceptPlace)?.failure;
  const isTaken = state !== undefined && state >= AssignmentState.ACCEPTED && state <= AssignmentState.ON_SCENE && typeof failure === "object" && (failure.inDoubt || failure.reason === "TRANSITION_NOT_ALLOWED");
  useEffect(() => {
    if (isTaken) acts.putAway(acceptPlace);
  }, [isTaken, acts]);
  return isTaken ? null : <TroubleBox place={acceptPlace} />;
}
