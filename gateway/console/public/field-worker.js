// Lets the field page open without a network. It keeps the page and what that is made of; what the platform tells of its work is never kept here.
// The page itself puts them there (src/field/phone/shell.ts): a network comes first, so that a new version is seen at once.
const shell = "handhaving-shell";
const patience = 4_000; // milliseconds: a network that is hardly there is none

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(clients.claim()));
addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin) return;
  if (pathname.startsWith("/assets/")) event.respondWith(fromDevice(request));
  else event.respondWith(fromNetwork(request, request.mode === "navigate" ? "/field" : request));
});

const kept = (key) => caches.match(key, { cacheName: shell, ignoreVary: true, ignoreSearch: true });

// Its name changes with its content.
async function fromDevice(request) {
  return (await kept(request)) ?? fetch(request);
}

async function fromNetwork(request, key) {
  try {
    const answer = await fetch(request, { signal: AbortSignal.timeout(patience) });
    if (answer.status < 500) return answer;
    return (await kept(key)) ?? answer;
  } catch (error) {
    const before = await kept(key);
    if (before) return before;
    throw error;
  }
}
