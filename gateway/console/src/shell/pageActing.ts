import type { Acting } from "../acting/acting";
import { Acts } from "../acting/acts";
import "../acting/reasonsOfPlanning";
import { hasEnded } from "../session/followSignIn";
import type { Session } from "../session/session";

/** What a page beside the desk offers to those who do something on it. */
export function pageActing(session: Session): Acting {
  return { acts: new Acts(() => hasEnded(session) ? "signInEnded" : navigator.onLine ? undefined : "offline"), signInBeside: session.signInBeside };
}
