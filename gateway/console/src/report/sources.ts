import { IncidentSource } from "../generated/handhaving/dispatch/v1/incident_pb";

/** Where a report can come from, in the order in which a desk meets them, each with the key of its words. */
export const sourceKeys = [
  [IncidentSource.PHONE, "phone"],
  [IncidentSource.EMERGENCY_RELAY, "relay"],
  [IncidentSource.OFFICER, "officer"],
  [IncidentSource.POLICE_REQUEST, "police"],
  [IncidentSource.CAMERA_DESK, "camera"],
  [IncidentSource.EVENT_DESK, "event"],
  [IncidentSource.PUBLIC_SPACE_REPORT, "publicSpace"],
  [IncidentSource.SENSOR, "sensor"],
  [IncidentSource.BURGERNET, "burgernet"],
  [IncidentSource.ANONYMOUS_TIP, "tip"],
] as const satisfies readonly (readonly [IncidentSource, string])[];
