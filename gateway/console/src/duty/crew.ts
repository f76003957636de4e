import type { CompetenceDomain } from "../generated/handhaving/dispatch/v1/assignment_pb";
import type { Officer } from "../generated/handhaving/dispatch/v1/unit_service_pb";
import { plain } from "../queue/order";

const most = 9;

const numerals = ["", "I", "II", "III", "IV", "V", "VI"];

/** A domain of powers as the law numbers it: `II`. */
export function numeralOf(domain: CompetenceDomain): string {
  return numerals[domain] ?? "";
}

/** Officers whose id has the words typed, who are in no crew yet and not chosen: first those who may do something today, and whose id ends with the words. */
export function officersFor(words: string, officers: readonly Officer[], chosen: readonly string[]): readonly Officer[] {
  const wanted = plain(words);
  const rank = (officer: Officer) => Number(officer.domains.length === 0) * 2 + Number(!officer.id.endsWith(wanted));
  return officers
    .filter((officer) => officer.unit === "" && !chosen.includes(officer.id) && officer.id.includes(wanted))
    .sort((one, other) => rank(one) - rank(other) || one.id.localeCompare(other.id, "nl", { numeric: true }))
    .slice(0, most);
}
