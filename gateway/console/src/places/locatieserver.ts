import type { Place } from "./place";

interface Found {
  response: { docs: { weergavenaam: string; centroide_ll: string; gemeentecode?: string }[] };
}

/** Addresses and places by PDOK's Locatieserver, or what answers as it does. */
export async function searchLocatieserver(address: string, words: string, signal: AbortSignal): Promise<readonly Place[]> {
  const query = new URL(address);
  query.searchParams.set("q", words);
  query.searchParams.set("rows", "8");
  query.searchParams.set("fl", "weergavenaam,centroide_ll,gemeentecode");
  const answer = await fetch(query, { signal });
  if (!answer.ok) throw new Error(`place search: ${answer.status}`);
  return ((await answer.json()) as Found).response.docs.flatMap(placeOf);
}

// centroide_ll is `POINT(5.8693 50.9985)`: longitude first.
function placeOf(found: Found["response"]["docs"][number]): Place[] {
  const point = /^POINT\(([0-9.]+) ([0-9.]+)\)$/.exec(found.centroide_ll);
  if (!point) return [];
  return [{ name: found.weergavenaam, municipality: found.gemeentecode ?? "", longitude: Number(point[1]), latitude: Number(point[2]) }];
}
