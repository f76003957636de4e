import type { Incident } from "../../generated/handhaving/dispatch/v1/incident_pb";
import type { Unit } from "../../generated/handhaving/dispatch/v1/unit_pb";
import type { UnitStatusCode } from "../../generated/handhaving/dispatch/v1/unit_service_pb";
import { plain } from "../../queue/order";

const most = 8;

const bare = (text: string) => plain(text).replaceAll(/[^a-z0-9]/g, "");

/** Units whose call sign, without its dashes, is or has the word: `12`, `bee1`; the same first, then who begins or ends with it. */
export function unitsFor<Named extends Pick<Unit, "callSign">>(word: string, units: readonly Named[]): readonly Named[] {
  const wanted = bare(word);
  const rank = (unit: Named) => {
    const sign = bare(unit.callSign);
    return sign === wanted ? 0 : sign.endsWith(wanted) ? 1 : sign.startsWith(wanted) ? 2 : sign.includes(wanted) ? 3 : 4;
  };
  return best(units, rank, 4, (unit) => unit.callSign);
}

/** Incidents whose number ends with the digits: `12` is 2027-000012. */
export function incidentsFor(digits: string, incidents: readonly Incident[]): readonly Incident[] {
  const wanted = digits.replaceAll(/[^0-9]/g, "");
  const rank = (incident: Incident) => (Number(incident.number.split("-").at(-1)) === Number(wanted) && wanted !== "" ? 0 : incident.number.replaceAll("-", "").endsWith(wanted) ? 1 : 2);
  return best(incidents, rank, 2, (incident) => incident.number);
}

/** Codes that are the word, or whose label begins with it or has its letters as initials: `tp` is ter plaatse. */
export function codesFor(word: string, codes: readonly UnitStatusCode[]): readonly UnitStatusCode[] {
  const wanted = plain(word);
  const rank = (code: UnitStatusCode) => {
    const label = plain(code.label);
    if (code.code.toLowerCase() === wanted) return 0;
    if (initialsOf(label) === wanted) return 1;
    return label.startsWith(wanted) ? 2 : label.split(" ").some((part) => part.startsWith(wanted)) ? 3 : 4;
  };
  return best(codes, rank, 4, (code) => code.code);
}

const initialsOf = (label: string) => label.split(/\s+/).map((word) => word.charAt(0)).join("");

function best<Item>(items: readonly Item[], rank: (item: Item) => number, none: number, nameOf: (item: Item) => string): readonly Item[] {
  return items
    .map((item) => ({ item, at: rank(item) }))
    .filter(({ at }) => at < none)
    .sort((one, other) => one.at - other.at || nameOf(one.item).localeCompare(nameOf(other.item), "nl", { numeric: true }))
    .slice(0, most)
    .map(({ item }) => item);
}
