import type { Incident } from "../generated/handhaving/dispatch/v1/incident_pb";
import { groupOf } from "../queue/order";

/** Whether a unit can be sent to an incident as it stands. */
export function takesUnits(incident: Incident): boolean {
  const group = groupOf(incident);
  return incident.type !== "" && (group === "waiting" || group === "running");
}
