import type { Kept } from "./outbox";
import type { Unsent } from "./step";

const keyOf = (subject: string) => `handhaving-unsent ${subject}`;

/** The place on this device for what one person did not send yet. */
export function keptOnDevice(subject: string): Kept {
  const key = keyOf(subject);
  return { read: () => localStorage.getItem(key), write: (text) => localStorage.setItem(key, text) };
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
    .reduce((count, key) => count + (JSON.parse(localStorage.getItem(key) ?? "[]") as Unsent[]).length, 0);
}
