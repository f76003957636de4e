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

/** Borders of all areas that this person may read: the base of the map that needs no other site. */
export async function readAreas(clients: Clients, signal: AbortSignal): Promise<Areas> {
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
    attribution: [...new Set(areas.map((area) => area.origin?.attribution ?? "").filter((text) => text !== ""))].join(", "),
  };
}

export function boundsOf(areas: readonly Area[]): Areas["bounds"] {
  const boxes = areas.flatMap(({ bounds }) => (bounds?.southWest && bounds.northEast ? [[bounds.southWest, bounds.northEast] as const] : []));
  return [
    Math.min(...boxes.map(([low]) => low.longitude)), Math.min(...boxes.map(([low]) => low.latitude)),
    Math.max(...boxes.map(([, high]) => high.longitude)), Math.max(...boxes.map(([, high]) => high.latitude)),
  ];
}
