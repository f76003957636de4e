import { plain } from "../queue/order";
import { wordsOf } from "./fitting";
import type { Place } from "./place";

const most = 8;
let places: Promise<readonly Place[]> | undefined;

/** The places of the demo region: names and squares with points that are good to some hundred metres. */
export async function searchRegion(words: string): Promise<readonly Place[]> {
  places ??= read().catch((failure: unknown) => {
    places = undefined; // asked again at the next word
    throw failure;
  });
  return rank(words, await places);
}

async function read(): Promise<readonly Place[]> {
  const answer = await fetch("/places.json");
  if (!answer.ok) throw new Error(`places: ${answer.status}`);
  return (await answer.json()) as Place[];
}

/** Those in which each word begins a word of the name; whose own name begins with the words come first, then the shortest. */
export function rank(words: string, among: readonly Place[]): readonly Place[] {
  const wanted = wordsOf(words);
  if (wanted.length === 0) return [];
  const startsLike = (name: string) => Number(wordsOf(name).join(" ").startsWith(wanted.join(" ")));
  return among
    .map((place) => ({ place, name: plain(place.name) }))
    .filter(({ name }) => wanted.every((word) => wordsOf(name).some((part) => part.startsWith(word))))
    .sort((one, other) => startsLike(other.name) - startsLike(one.name) || one.name.length - other.name.length || one.name.localeCompare(other.name))
    .slice(0, most)
    .map(({ place }) => place);
}
