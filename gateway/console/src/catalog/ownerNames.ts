import type { Owner } from "../generated/handhaving/dispatch/v1/area_service_pb";

/** What owners are called, by the last part of their name: the code of a municipality or the id of a team. */
export function ownerNames(owners: readonly Owner[]): ReadonlyMap<string, string> {
  return new Map(owners.map(({ name, displayName }) => [name.split("/")[1] ?? "", displayName]));
}
