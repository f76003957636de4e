import type { CapacityReservation } from "../generated/handhaving/capacity/v1/reservation_pb";
import { ownersOf } from "../session/owners";
import type { Person } from "../session/person";

/** Whose people can be looked at: one's own teams and municipalities first, then those that reservations ask of (a mayor's team is named there alone). */
export function ownersToSee(person: Person, reservations: readonly CapacityReservation[], asked: string): string[] {
  const own = ownersOf(person).toSorted((one, other) => other.localeCompare(one)); // teams before municipalities
  const named = reservations.flatMap(({ lines }) => lines.flatMap(({ owners }) => owners)).toSorted();
  return [...new Set([...own, ...named, ...(/^(municipalities\/\d{4}|teams\/[a-z0-9][a-z0-9-]*)$/.test(asked) ? [asked] : [])])];
}
