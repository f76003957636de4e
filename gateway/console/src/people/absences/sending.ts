import type { Shortage } from "../../generated/handhaving/capacity/v1/ledger_pb";
import type { Officer } from "../../generated/handhaving/capacity/v1/people_pb";

/** What an act on an absence answers. */
export interface AbsenceAnswer {
  officer?: Officer | undefined;
  /** Where more is promised than there is since. */
  shortages?: readonly Shortage[];
}

/** Sends an act under its request id. */
export type SendAbsence = (requestId: string) => Promise<AbsenceAnswer>;
