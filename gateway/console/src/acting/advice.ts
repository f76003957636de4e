import type { Failure } from "../contracts/failure";

export type Advice = "offline" | "doubt" | "signIn" | "look" | "correct" | "wait" | "ask" | "report";

const byReason: Readonly<Record<string, Advice>> = {
  TOKEN_MISSING: "signIn", TOKEN_EXPIRED: "signIn", TOKEN_INVALID: "signIn",
  PERMISSION_MISSING: "ask", TENANT_NOT_YOURS: "ask", NOT_YOUR_UNIT: "ask", NOT_YOUR_INCIDENT: "ask",
  ETAG_MISMATCH: "look", UNIT_ALREADY_ASSIGNED: "look", UNIT_ALREADY_ON_DUTY: "look", LOAN_ENDED: "look", LOAN_ALREADY_REFUSED: "look", TRANSITION_NOT_ALLOWED: "look", NOT_FOUND: "look",
  MESSAGE_DISCARDED: "look", MESSAGE_REPLAYED: "look", MESSAGE_IN_REPLAY: "wait",
  RATE_LIMITED: "wait", TOO_MANY_STREAMS: "wait", TOO_MANY_CONNECTIONS: "wait", ISSUER_UNREACHABLE: "wait",
  STORAGE_FULL: "report", INTERNAL: "report", UNKNOWN: "report", UNKNOWN_METHOD: "report", DEADLINE_REQUIRED: "report", REQUEST_ID_REUSED: "report",
  WRONG_PROTOCOL: "report", SERVICE_NOT_DEPLOYED: "report", HEADERS_TOO_LARGE: "report", UNSUPPORTED_ENCODING: "report", MESSAGE_TOO_LARGE: "correct",
};

/** What to do after a failure, beside what its own sentence says; a reason that is not named here is one of the rules of the work: something is to be put right. */
export function adviceOf(failure: Failure | undefined): Advice {
  if (!failure) return "offline";
  const known = byReason[failure.reason];
  if (known !== undefined) return known;
  return failure.inDoubt ? "doubt" : "correct";
}

/** The same for what was only read: nothing of it is in doubt. */
export function readingAdviceOf(failure: Failure): Advice {
  const advice = adviceOf(failure);
  return advice === "doubt" || advice === "look" ? "wait" : advice;
}
