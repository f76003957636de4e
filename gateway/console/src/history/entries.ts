import nl from "../words/nl/entry.json";

export type EntryKey = keyof typeof nl;

/** Key of the words for a kind of history line; of one that is not known here the general word. */
export function entryKey(kind: string): EntryKey {
  return kind in nl ? (kind as EntryKey) : "other";
}
