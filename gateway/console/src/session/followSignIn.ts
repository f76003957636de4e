import type { Store } from "../time/store";
import type { SessionState } from "./session";

/** Who is signed in, as others follow it. */
export type SignedIn = Pick<Store<SessionState>, "state" | "follow">;

/** What runs for as long as somebody is signed in who may see it. */
interface Running {
  signInEnded: () => void;
  signedInAgain: () => void;
}

/** Whether the token ended and there is no other yet. */
export function hasEnded({ state }: SignedIn): boolean {
  return state.phase === "signedIn" && state.hasEnded;
}

/** Stops it when the sign-in is over, and lets it go on when there is one again. Gives what ends that. */
export function followSignIn(running: Running, session: SignedIn): () => void {
  if (hasEnded(session)) running.signInEnded();
  return session.follow(() => {
    if (session.state.phase !== "signedIn") return;
    if (session.state.hasEnded) running.signInEnded();
    else running.signedInAgain();
  });
}
