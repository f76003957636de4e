const shell = "handhaving-shell"; // the same name stands in public/field-worker.js
const page = "/field";

export type Version = "this" | "newer";

/**
 * Keeps the page and what it was made of on this device, so that it opens without a network too.
 * @returns `newer` when the platform serves another version than the one that runs: then nothing is kept of it until it runs.
 * @throws without a network.
 */
export async function keepShell(): Promise<Version> {
  await navigator.serviceWorker.register("/field-worker.js", { scope: page, updateViaCache: "none" });
  const served = await fetch(page, { cache: "no-cache", headers: { accept: "text/html" } });
  if (!served.ok) throw new Error(`page: ${served.status}`);
  if (scriptOf(await served.clone().text()) !== scriptOf(document.documentElement.outerHTML)) return "newer";
  const cache = await caches.open(shell);
  const parts = partsOf(performance.getEntriesByType("resource").map(({ name }) => name), location.origin);
  const held = (await cache.keys()).map(({ url }) => new URL(url).pathname);
  await cache.addAll(parts.filter((part) => !part.startsWith("/assets/") || !held.includes(part)));
  await cache.put(page, served);
  await Promise.all(held.filter((part) => part.startsWith("/assets/") && !parts.includes(part)).map((part) => cache.delete(part)));
  return "this";
}

/** Address of the script that a page starts with; its name changes with each version. */
export function scriptOf(html: string): string | undefined {
  return /<script[^>]+type="module"[^>]*src="([^"]+)"/.exec(html)?.[1];
}

/** Paths of what a page was made of, among all that it read. */
export function partsOf(addresses: readonly string[], origin: string): string[] {
  const paths = addresses.filter((address) => address.startsWith(`${origin}/`)).map((address) => new URL(address).pathname);
  return [...new Set(paths.filter((path) => path.startsWith("/assets/") || path.startsWith("/console/") || path === "/icon.svg"))];
}
