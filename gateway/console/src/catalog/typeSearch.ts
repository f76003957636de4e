import type { IncidentType } from "../generated/handhaving/dispatch/v1/incident_pb";
import { plain } from "../queue/order";

const most = 9;

/** Kinds whose name has each of the words typed; where words of the name begin with them first. */
export function searchTypes(words: string, types: readonly IncidentType[]): readonly IncidentType[] {
  const wanted = plain(words).split(/\s+/).filter((word) => word !== "");
  return types
    .map((type) => ({ type, name: plain(type.displayName), parts: plain(type.displayName).split(/[\s-]+/) }))
    .filter(({ name }) => wanted.every((word) => name.includes(word)))
    .map((one) => ({ ...one, starts: wanted.filter((word) => one.parts.some((part) => part.startsWith(word))).length }))
    .sort((one, other) => other.starts - one.starts || one.name.localeCompare(other.name))
    .slice(0, most)
    .map(({ type }) => type);
}
