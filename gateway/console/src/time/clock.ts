import { useSyncExternalStore } from "react";

// One tick for the whole page: what shows an age is drawn anew together.
const followers = new Set<() => void>();
let now = Date.now();

setInterval(() => {
  now = Date.now();
  for (const changed of followers) changed();
}, 1000);

function follow(changed: () => void): () => void {
  followers.add(changed);
  return () => followers.delete(changed);
}

/** The time of this machine in milliseconds, anew each second. */
export function useNow(): number {
  return useSyncExternalStore(follow, () => now);
}
