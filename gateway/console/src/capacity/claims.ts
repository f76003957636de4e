import type { Client } from "@connectrpc/connect";
import { failureOf, type Failure } from "../contracts/failure";
import { ReservationState, type CapacityReservation, type ReservationLine } from "../generated/handhaving/capacity/v1/reservation_pb";
import type { ReservationService } from "../generated/handhaving/capacity/v1/reservation_service_pb";
import { Store } from "../time/store";
import { millisecondsOf } from "../time/timestamp";
import type { Quarter } from "./calendar/heat";
import { quarterLength } from "./calendar/heat";

/** A line of a reservation that has, or waits for, people of these quarters. */
export interface Claim {
  reservation: CapacityReservation;
  line: ReservationLine;
  /** True: it asks and waits for a decision. */
  waits: boolean;
  count: number;
}

export interface ClaimsState {
  reservations: readonly CapacityReservation[];
  phase: "reading" | "read" | "failed";
  /** True: there are more than were read. */
  isCut: boolean;
  failure: Failure | undefined;
}

const rows = 1_000;
const mostPages = 5;

/** Reservations that hold people or wait for a decision, of all municipalities that one may see. */
export class Claims extends Store<ClaimsState> {
  constructor(private readonly client: Pick<Client<typeof ReservationService>, "listReservations">) {
    super({ reservations: [], phase: "reading", isCut: false, failure: undefined });
  }

  read = async (): Promise<void> => {
    this.set({ ...this.state, phase: "reading", failure: undefined });
    try {
      const reservations: CapacityReservation[] = [];
      let pageToken = "";
      for (let page = 0; page < mostPages && (page === 0 || pageToken !== ""); page++) {
        const answer = await this.client.listReservations({ parent: "municipalities/-", liveOnly: true, pageSize: rows, pageToken });
        reservations.push(...answer.reservations);
        pageToken = answer.nextPageToken;
      }
      this.set({ reservations, phase: "read", isCut: pageToken !== "", failure: undefined });
    } catch (error) {
      this.set({ ...this.state, phase: "failed", failure: failureOf(error) });
    }
  };
}

/** Who has or asks people of a function in these quarters; what waits for a decision last. */
export function claimsOn(reservations: readonly CapacityReservation[], owner: string, code: string, quarters: readonly Quarter[]): Claim[] {
  const claims = reservations.flatMap((reservation) => reservation.lines.flatMap((line): Claim[] => {
    if (line.function !== code || !quarters.some(({ start }) => touches(line, start))) return [];
    if (line.grantedOwner === owner) return [{ reservation, line, waits: false, count: line.givenCount }];
    return reservation.state === ReservationState.IN_CONFLICT && line.awaitedOwner === owner ? [{ reservation, line, waits: true, count: line.count }] : [];
  }));
  return claims.toSorted((one, other) => Number(one.waits) - Number(other.waits));
}

/** The most people of these quarters that are taken and of which one may not see for whom. */
export function hiddenOf(claims: readonly Claim[], quarters: readonly Quarter[]): number {
  return Math.max(0, ...quarters.map(({ start, block }) => (block ? block.held + block.confirmed - sumAt(claims, start) : 0)));
}

function sumAt(claims: readonly Claim[], start: number): number {
  return claims.filter(({ line, waits }) => !waits && touches(line, start)).reduce((sum, { count }) => sum + count, 0);
}

// Every block that a line touches is claimed.
function touches({ startTime, endTime }: ReservationLine, start: number): boolean {
  return startTime !== undefined && endTime !== undefined && millisecondsOf(startTime) < start + quarterLength && millisecondsOf(endTime) > start;
}
