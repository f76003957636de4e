import { plain } from "../queue/order";
import type { Place } from "./place";

export interface Found {
  /** What was searched for. */
  words: string;
  places: readonly Place[];
}

/** Of what was found for words before these, what has all of these too: somebody who types on never sees, nor takes, what they did not mean. */
export function fitting(words: string, found: Found): readonly Place[] {
  return found.words === words ? found.places : found.places.filter((place) => hasAll(words, place));
}

/**
 * Whether a place has all that was typed: each word begins one of its own, a number is one of its own.
 * A search elsewhere also finds what has some of the words alone, or none.
 */
export function hasAll(words: string, { name }: Place): boolean {
  const wanted = wordsOf(words);
  const own = wordsOf(name);
  return wanted.length > 0 && wanted.every((word) => own.some((part) => /^\d/.test(word) ? part === word : part.startsWith(word)));
}

export const wordsOf = (text: string) => plain(text).split(/[\s,-]+/).filter((word) => word !== "");
