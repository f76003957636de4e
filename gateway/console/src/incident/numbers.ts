import type { Incident } from "../generated/handhaving/dispatch/v1/incident_pb";

/** Numbers that more than one of these incidents has: each municipality counts its own, and a board shows several. */
export function sharedNumbers(incidents: Iterable<Incident>): ReadonlySet<string> {
  const [once, shared] = [new Set<string>(), new Set<string>()];
  for (const { number } of incidents) (once.has(number) ? shared : once).add(number);
  return shared;
}
