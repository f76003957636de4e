import type { Failure } from "../contracts/failure";
import type { Hindrance } from "./hindrance";

export type Advice = "offline" | "busy" | "doubt" | "signIn" | "look" | "correct" | "wait" | "ask" | "report" | "unknown";

// Every reason of the contracts, and the two that this page gives itself; a test holds it against their list.
const reasons: Readonly<Record<Exclude<Advice, "offline" | "busy" | "unknown">, string>> = {
  signIn: "TOKEN_MISSING TOKEN_EXPIRED TOKEN_INVALID",
  ask: "PERMISSION_MISSING TENANT_NOT_YOURS NOT_YOUR_UNIT NOT_YOUR_INCIDENT REPORTER_FORBIDDEN REVIEW_OF_OWN_ACT",
  look: `ETAG_MISMATCH UNIT_ALREADY_ASSIGNED UNIT_ALREADY_ON_DUTY UNIT_ALREADY_ON_INCIDENT LOAN_ENDED LOAN_ALREADY_REFUSED TRANSITION_NOT_ALLOWED NOT_FOUND
    MESSAGE_DISCARDED MESSAGE_REPLAYED OFFER_EXPIRED INCIDENT_CANCELLED INCIDENT_ENDED INCIDENT_SET_ASIDE DESK_CALL_OPEN NO_DESK_CALL NO_CURRENT_ASSIGNMENT REVIEW_NOT_DUE`,
  wait: "REVIEW_TOO_OFTEN MESSAGE_IN_REPLAY RATE_LIMITED TOO_MANY_STREAMS TOO_MANY_CONNECTIONS TOO_MANY_UNIT_STREAMS ISSUER_UNREACHABLE UNITS_NOT_KNOWN RESYNC STREAM_SILENT",
  doubt: "TRY_AGAIN UNAVAILABLE DRAINING DEADLINE_EXCEEDED CANCELLED NO_ANSWER",
  report: `STORAGE_FULL INTERNAL UNKNOWN UNKNOWN_METHOD DEADLINE_REQUIRED REQUEST_ID_REUSED WRONG_PROTOCOL SERVICE_NOT_DEPLOYED HEADERS_TOO_LARGE UNSUPPORTED_ENCODING
    FIRST_MESSAGE_MISSING INVALID_PAGE_TOKEN PUSH_NOT_CONFIGURED PUSH_SERVICE_UNKNOWN PUSH_KEY_INVALID`,
  correct: `ACTIVITY_NOT_ALLOWED ACTIVITY_REASON_REQUIRED ASSIGNMENT_OF_OTHER_UNIT BORROW_HOLD CAUTIONS_AND_CLEARED CREW_NOT_PLANNED CREW_TOO_SMALL DESK_CALL_UNANSWERED DUTY_END_NOT_POSSIBLE
    DUTY_EXTENSION_NOT_POSSIBLE HOLD_KIND_NOT_HERE HOLD_TIME_PASSED HOLD_TIME_TOO_FAR INCIDENT_ASSIGNMENTS_FULL INCIDENT_NOT_CLASSIFIED INCIDENT_NOT_ENDED
    INCIDENT_NOT_HANDLED INCIDENT_NOT_HELD INCIDENT_NOT_OPEN INCIDENT_NOT_PENDING INCIDENT_NOT_URGENT INCIDENT_OUTCOMES_FULL INVALID_REQUEST
    INVALID_SETTING_VALUE LOCATION_IN_OTHER_MUNICIPALITY LOCATION_KNOWN LOCATION_MISSING LOCATION_OUTSIDE_REGION LOCATION_UNCHANGED MESSAGE_TOO_LARGE OCCUR_TIME_AHEAD
    OCCUR_TIME_BEFORE_OFFER OCCUR_TIME_BEFORE_STEP OCCUR_TIME_NOT_HERE OCCUR_TIME_TOO_OLD OFFICER_IN_OTHER_CREW OFFICER_UNKNOWN PLAN_STRETCH_INVALID PRIORITY_NOT_HIGHER
    PRIORITY_UNCHANGED REASON_MISSING REASON_REQUIRED REASON_TOO_LONG REPORTER_CANNOT_BE_ANSWERED REPORTER_UNKNOWN REPORT_EMPTY REPORT_TIME_NOT_POSSIBLE STATUS_CODE_NOT_ALLOWED_NEXT
    STATUS_CODE_NOT_REPORTABLE STATUS_FIELD_NOT_TAKEN UNIT_DUTY_OVER UNIT_EQUIPMENT_MISSING UNIT_EQUIPMENT_NOT_ALLOWED UNIT_HAS_ASSIGNMENT UNIT_MAY_NOT_LEAD UNIT_NOT_AVAILABLE
    UNIT_NOT_COMPETENT UNIT_NOT_ON_DUTY UNIT_ON_BREAK UNIT_ON_SCENE UNIT_OUT_OF_SERVICE UNKNOWN_DISPOSITION UNKNOWN_EQUIPMENT UNKNOWN_INCIDENT_TYPE UNKNOWN_SETTING
    UNKNOWN_STATUS_CODE VALID_FROM_PASSED`,
};
const byReason = new Map(Object.entries(reasons).flatMap(([advice, all]) => all.split(/\s+/).map((reason): [string, Advice] => [reason, advice as Advice])));

/** Adds the reasons of a page that is loaded by itself. */
export function addReasons(more: Partial<typeof reasons>): void {
  for (const [advice, all] of Object.entries(more)) for (const reason of all.split(/\s+/)) byReason.set(reason, advice as Advice);
}

/** What to do after a failure, beside what its own sentence says; a reason that is not known may be of a platform that is newer than this page. */
export function adviceOf(failure: Failure | Hindrance): Advice {
  if (failure === "offline" || failure === "busy") return failure;
  if (failure === "signInEnded") return "signIn";
  return byReason.get(failure.reason) ?? (failure.inDoubt ? "doubt" : "unknown");
}

/** Whether the contracts had this reason when this page was made. */
export const isKnown = (failure: Failure): boolean => byReason.has(failure.reason);

/** The same for what was only read: nothing of it is in doubt. */
export function readingAdviceOf(failure: Failure): Advice {
  const advice = adviceOf(failure);
  return advice === "doubt" || advice === "look" ? "wait" : advice;
}
