import { useEffect } from "react";
import { Intention } from "../../acting/intention";
import type { Assignment } from "../../generated/handhaving/dispatch/v1/assignment_pb";
import { useField } from "../field";

/** Tells the desk that an offer is on a screen that can be seen. A receipt that does not come through is not kept for later: the desk hears then that nobody has seen the offer, and calls. */
export function useReceipt({ name, shownTime }: Assignment, stands: boolean): void {
  const { clients } = useField();
  const isDue = stands && shownTime === undefined;
  useEffect(() => {
    if (!isDue) return undefined;
    const receipt = new Intention((requestId) => clients.assignments.confirmOfferShown({ name, requestId }));
    const tell = () => {
      if (document.visibilityState !== "visible") return;
      document.removeEventListener("visibilitychange", tell);
      void receipt.attempt();
    };
    document.addEventListener("visibilitychange", tell);
    tell();
    return () => document.removeEventListener("visibilitychange", tell);
  }, [clients, name, isDue]);
}
