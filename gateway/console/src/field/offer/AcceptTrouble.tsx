import { useEffect } from "react";
import { TroubleBox } from "../../acting/TroubleBox";
import { AssignmentState } from "../../generated/handhaving/dispatch/v1/assignment_pb";
import { useStore } from "../../time/store";
import { useField } from "../field";

/** Where an offer is taken. */
export const acceptPlace = "accept";

/** What went wrong with taking an offer. Where a colleague of the crew took it a moment before, nothing did: it is as was wanted, and the job says so. */
export function AcceptTrouble({ state }: { state: AssignmentState | undefined }) {
  const { acts } = useField();
  const failure = useStore(acts).troubles.get(acceptPlace)?.failure;
  const isTaken = state !== undefined && state >= AssignmentState.ACCEPTED && state <= AssignmentState.ON_SCENE && typeof failure === "object" && failure.reason === "TRANSITION_NOT_ALLOWED";
  useEffect(() => {
    if (isTaken) acts.putAway(acceptPlace);
  }, [isTaken, acts]);
  return isTaken ? null : <TroubleBox place={acceptPlace} />;
}
