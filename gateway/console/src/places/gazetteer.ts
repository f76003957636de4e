import { plain } from "../queue/order";
import type { Place } from "./place";

const most = 8;
let places: Promise<readonly Place[]> | undefined;

/** The places of the demo region: names and squares with points that are good to some hundred metres. */
export async function searchRegion(words: string): Promise<readonly Place[]> {
  places ??= fetch("/places.json").then((answer) => answer.json() as Promise<Place[]>);
  return rank(words, await places);
}

/** Those in which each word begins a word of the name; whose own name begins with the words come first, then the shortest. */
export function rank(words: string, among: readonly Place[]): readonly Place[] {
  const wanted = plain(words).split(/[\s,]+/).filter((word) => word !== "");
  if (wanted.length === 0) return [];
  return among
    .map((place) => ({ place, name: plain(place.name) }))
    .filter(({ name }) => wanted.every((word) => name.split(/[\s,-]+/).some((part) => part.startsWith(word))))
    .sort((one, other) => Number(other.name.startsWith(wanted.join(" "))) - Number(one.name.startsWith(wanted.join(" "))) || one.name.length - other.name.length || one.name.localeCompare(other.name))
    .slice(0, most)
    .map(({ place }) => place);
}
