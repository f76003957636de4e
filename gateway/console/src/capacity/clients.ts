import { createClient, type Client } from "@connectrpc/connect";
import { transportTo } from "../contracts/transport";
import { LedgerService } from "../generated/handhaving/capacity/v1/ledger_service_pb";
import { PeopleService } from "../generated/handhaving/capacity/v1/people_service_pb";
import { ReservationService } from "../generated/handhaving/capacity/v1/reservation_service_pb";
import { TriangleService } from "../generated/handhaving/capacity/v1/triangle_service_pb";
import type { Session } from "../session/session";

/** Services of capacity that this page calls. */
export interface Clients {
  ledger: Client<typeof LedgerService>;
  people: Client<typeof PeopleService>;
  reservations: Client<typeof ReservationService>;
  triangle: Client<typeof TriangleService>;
}

export function clientsOf(session: Session): Clients {
  const transport = transportTo(() => session.token());
  return { ledger: createClient(LedgerService, transport), people: createClient(PeopleService, transport), reservations: createClient(ReservationService, transport), triangle: createClient(TriangleService, transport) };
}
