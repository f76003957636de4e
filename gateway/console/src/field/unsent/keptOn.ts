import type { Kept } from "./outbox";
import { readSteps } from "./readSteps";

const keyOf = (subject: string) => `handhaving-unsent ${subject}`;
const asideOf = (subject: string) => `handhaving-unreadable ${subject}`;

/** The place on this device for what one person did not send yet. */
export function keptOnDevice(subject: string): Kept {
  const [key, aside] = [keyOf(subject), asideOf(subject)];
  return {
    read: () => localStorage.getItem(key),
    write: (text) => localStorage.setItem(key, text),
    readAside: () => localStorage.getItem(aside),
    writeAside: (text) => localStorage.setItem(aside, text),
  };
}

/** Calls when another window changed it; gives what ends that. */
export function followOtherWindows(subject: string, changed: () => void): () => void {
  const onStorage = ({ key }: StorageEvent) => { if (key === keyOf(subject)) changed(); };
  addEventListener("storage", onStorage);
  return () => removeEventListener("storage", onStorage);
}

/** How many steps wait on this device, of whoever worked on it. */
export function unsentOnDevice(): number {
  return Object.keys(localStorage)
    .filter((key) => key.startsWith(keyOf("")))
    .reduce((count, key) => count + readSteps(localStorage.getItem(key)).steps.length, 0);
}
