import { RemovalReason } from "../generated/handhaving/dispatch/v1/board_service_pb";

export type RemovalKey = "closed" | "cancelled" | "scheduled" | "other";

/** Key of the words for why an incident left the board. */
export function removalKey(reason: RemovalReason): RemovalKey {
  switch (reason) {
    case RemovalReason.CLOSED:
      return "closed";
    case RemovalReason.CANCELLED:
      return "cancelled";
    case RemovalReason.SCHEDULED:
      return "scheduled";
    case RemovalReason.UNSPECIFIED:
    case RemovalReason.OFF_DUTY:
    case RemovalReason.NO_LONGER_AUTHORISED:
    case RemovalReason.LOAN_OVER:
      return "other";
  }
}
