import type { FeatureCollection, Geometry } from "geojson";
import type { Clients } from "../contracts/clients";
import { AreaKind, type Area } from "../generated/handhaving/dispatch/v1/area_pb";
import { AreaView } from "../generated/handhaving/dispatch/v1/area_service_pb";

export interface Areas {
  borders: FeatureCollection;
  /** West, south, east, north of all municipalities, in degrees. */
  bounds: [number, number, number, number];
  attribution: string;
}

/**
 * Borders of all areas that this person may read: the base of the map that needs no other site.
 * @param drawing what the approximate drawing of the demo region is called.
 */
export async function readAreas(clients: Clients, drawing: string, signal: AbortSignal): Promise<Areas> {
  const areas: Area[] = [];
  let pageToken = "";
  do {
    const page = await clients.areas.listAreas({ parent: "municipalities/-", view: AreaView.FULL, pageSize: 1_000, pageToken }, { signal });
    areas.push(...page.areas);
    pageToken = page.nextPageToken;
  } while (pageToken !== "");
  return {
    borders: { type: "FeatureCollection", features: areas.filter((area) => area.geometry !== "").map((area) => ({ type: "Feature", geometry: JSON.parse(area.geometry) as Geometry, properties: { name: area.displayName, isMunicipality: area.kind === AreaKind.MUNICIPALITY } })) },
    bounds: boundsOf(areas),
    attribution: attributionOf(areas, drawing),
  };
}

/** Who must be named; our own drawing is called so in the language of the page. */
export function attributionOf(areas: readonly Area[], drawing: string): string {
  const names = areas.map(({ origin }) => (origin?.source === "demo" ? drawing : (origin?.attribution ?? "")));
  return [...new Set(names.filter((name) => name !== ""))].join(", ");
}

export function boundsOf(areas: readonly Area[]): Areas["bounds"] {
  const boxes = areas.flatMap(({ bounds }) => (bounds?.southWest && bounds.northEast ? [[bounds.southWest, bounds.northEast] as const] : []));
  return [
    Math.min(...boxes.map(([low]) => low.longitude)), Math.min(...boxes.map(([low]) => low.latitude)),
    Math.max(...boxes.map(([, high]) => high.longitude)), Math.max(...boxes.map(([, high]) => high.latitude)),
  ];
}
