import type nl from "../../words/nl/pages/audit.json";

export type Kind = keyof typeof nl.kind;

const kinds: readonly Kind[] = [
  "person", "partner", "system", "absence", "area", "assignment", "audit", "board", "canary", "capacity_block", "conflict", "decision", "demand", "district_officer_cover", "incident",
  "incident_type", "loan", "officer", "parked_message", "patrol_hours", "planned_unit", "priority_profile", "recommendation", "reporter", "reservation", "roster", "setting", "special_day",
  "staff_function", "staff_team", "staffing", "statusCode", "strength", "theme_balance", "unit", "waterline",
];

/** Key of the words for a kind of actor or object; undefined for one of a later version, which is shown as it is. */
export function kindKey(kind: string): Kind | undefined {
  return kinds.find((one) => one === kind);
}

/** From where a call came, as one reads an address: `127.0.0.1, poort 50992`, from how gRPC writes it. */
export function addressParts(origin: string): { host: string; port: string } | undefined {
  const [, host, port] = /^ipv[46]:(?:\[|%5B)?(.+?)(?:\]|%5D)?:(\d+)$/.exec(origin) ?? [];
  return host !== undefined && port !== undefined ? { host, port } : undefined;
}
