import type { KeptGone } from "./goneJobs";
import { isGone } from "./readGone";

const goneKey = "handhaving-field-gone"; // of this tab: it tells where somebody lives
const seenKey = "handhaving-field-seen"; // of this device: names of assignments alone

export function keptGone(): KeptGone {
  return {
    readGone: () => listIn(sessionStorage, goneKey).filter(isGone),
    writeGone: (gone) => keep(sessionStorage, goneKey, gone),
    readSeen: () => listIn(localStorage, seenKey).filter((one) => typeof one === "string"),
    writeSeen: (assignments) => keep(localStorage, seenKey, assignments),
  };
}

function listIn(store: Storage, key: string): readonly unknown[] {
  try {
    const list: unknown = JSON.parse(store.getItem(key) ?? "[]");
    return Array.isArray(list) ? list : [];
  } catch {
    return []; // nothing that can be read: nothing is known
  }
}

function keep(store: Storage, key: string, list: readonly unknown[]): void {
  if (list.length === 0) store.removeItem(key);
  else store.setItem(key, JSON.stringify(list));
}
