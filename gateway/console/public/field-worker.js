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

// An offer to the unit, sent through the browser's push service; nothing of it is in the message. One at a time stands on the screen.
addEventListener("push", (event) => {
  const isDutch = !navigator.language.startsWith("en");
  const [title, body] = isDutch ? ["Nieuw aanbod", "Open de pagina om te antwoorden."] : ["New offer", "Open the page to answer."];
  event.waitUntil(registration.showNotification(title, { body, tag: "offer", renotify: true, requireInteraction: true, icon: "/icons/icon-192.png", vibrate: [300, 150, 300, 150, 600] }));
});
addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(openPage());
});

async function openPage() {
  const windows = await clients.matchAll({ type: "window", includeUncontrolled: true });
  const open = windows.find(({ url }) => new URL(url).pathname.startsWith("/field"));
  await (open ? open.focus() : clients.openWindow("/field"));
}

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
