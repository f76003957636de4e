import type { Incident } from "../../generated/handhaving/dispatch/v1/incident_pb";
import { plain } from "../../queue/order";
import { incidentsFor } from "./find";
import type { World } from "./world";

/** Incidents that words name: digits the end of a number, the rest a municipality. `Stein 1`, `1 sit`. */
export function incidentsNamed(words: readonly string[], world: World): readonly Incident[] {
  const digits = words.filter((word) => /\d/.test(word)).join("");
  const places = words.filter((word) => word !== "" && !/\d/.test(word)).map(plain);
  return incidentsFor(digits, world.incidents.filter((incident) => places.every((place) => plain(world.municipalityOf(incident)).includes(place))));
}

/** Those of the likeliest number, when it is not one alone: then somebody has to say which. */
export function alike([first, ...others]: readonly Incident[]): readonly Incident[] {
  const same = others.filter(({ number }) => number === first?.number);
  return first && same.length > 0 ? [first, ...same] : [];
}

/** As it is named on the line: with its municipality where another has the same number. */
export function nameOnLine(incident: Incident, world: World): string {
  return world.sharedNumbers.has(incident.number) ? `${incident.number} ${world.municipalityOf(incident)}` : incident.number;
}
