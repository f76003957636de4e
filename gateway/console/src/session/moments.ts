import type { User } from "oidc-client-ts";

/** A person's sign-in, from the provider's page until somebody signs out; its tokens are renewed meanwhile. */
export interface SignIn {
  user: User;
  /** When it began, in milliseconds by this machine's clock. */
  since: number;
}

const inKey = "handhaving-signed-in"; // of this window
const outKey = "handhaving-signed-out"; // of this browser

/** Whether somebody signed out since: it counts in no window any more, also in one that slept or is opened again. */
export function isOver({ since }: SignIn): boolean {
  return since < signedOutAt();
}

/** For a sign-in that begins now: after any sign-out, also when the clock was put back. */
export function beginsNow(): number {
  return Math.max(Date.now(), signedOutAt());
}

export function endsNow(signIn: SignIn | undefined): void {
  localStorage.setItem(outKey, String(Math.max(Date.now(), (signIn?.since ?? 0) + 1)));
}

export function keepSince(since: number): void {
  sessionStorage.setItem(inKey, String(since));
}

export function keptSince(): number {
  return Number(sessionStorage.getItem(inKey) ?? 0);
}

function signedOutAt(): number {
  return Number(localStorage.getItem(outKey) ?? 0);
}
