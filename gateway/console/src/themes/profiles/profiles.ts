import type { Client } from "@connectrpc/connect";
import { failureOf, type Failure } from "../../contracts/failure";
import { TriangleRole } from "../../generated/handhaving/capacity/v1/triangle_pb";
import type { PriorityProfile, ProfileSeat } from "../../generated/handhaving/capacity/v1/priority_pb";
import type { PriorityService } from "../../generated/handhaving/capacity/v1/priority_service_pb";
import { ownersOf } from "../../session/owners";
import type { Person } from "../../session/person";
import { dayOfDate } from "../../time/date";
import { Store } from "../../time/store";

export interface ProfilesState {
  /** Newest first. */
  profiles: readonly PriorityProfile[];
  phase: "reading" | "read" | "failed";
  hasMore: boolean;
  failure: Failure | undefined;
}

const rows = 100;
const nothing: ProfilesState = { profiles: [], phase: "reading", hasMore: false, failure: undefined };

/** Versions of the priorities of one owner. */
export class Profiles extends Store<ProfilesState> {
  private owner = "";

  constructor(private readonly client: Pick<Client<typeof PriorityService>, "listPriorityProfiles">) {
    super(nothing);
  }

  async read(owner: string): Promise<void> {
    this.set({ ...(owner === this.owner ? this.state : nothing), phase: "reading", failure: undefined });
    this.owner = owner;
    try {
      const { profiles, nextPageToken } = await this.client.listPriorityProfiles({ parent: owner, pageSize: rows });
      if (this.owner === owner) this.set({ profiles, phase: "read", hasMore: nextPageToken !== "", failure: undefined });
    } catch (error) {
      if (this.owner === owner) this.set({ ...this.state, phase: "failed", failure: failureOf(error) });
    }
  }
}

const rolesOf: Readonly<Record<string, TriangleRole>> = { mayor: TriangleRole.MAYOR, prosecutor: TriangleRole.PROSECUTOR, "police-chief": TriangleRole.POLICE_CHIEF };

/** In which roles somebody must be heard about a version, or was. */
export function seatsOf(person: Person, { awaited, opinions }: PriorityProfile): TriangleRole[] {
  const own = ownersOf(person);
  const seats: ProfileSeat[] = [...awaited, ...opinions.flatMap(({ seat }) => seat ?? [])];
  return person.roles.flatMap((role) => rolesOf[role] ?? []).filter((role) => seats.some((seat) => seat.role === role && own.includes(seat.of)));
}

/** Whether the period of a version is over: its weights rest on an expired document. */
export const isExpired = ({ validUntil }: PriorityProfile, today: string): boolean => dayOfDate(validUntil) < today;
