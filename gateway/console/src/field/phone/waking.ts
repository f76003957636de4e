/** What a browser gives to be woken by (Push API), as the contract takes it. */
export interface Wakeable {
  endpoint: string;
  publicKey: Uint8Array;
  authSecret: Uint8Array;
}

/** Whether this browser can be woken at all. */
export function canBeWoken(): boolean {
  return "serviceWorker" in navigator && "PushManager" in window && "Notification" in window;
}

/** Undefined when this browser is not to be woken, or a person has taken that back in its settings. */
export async function wakeable(): Promise<Wakeable | undefined> {
  if (!canBeWoken() || Notification.permission !== "granted") return undefined;
  const registration = await navigator.serviceWorker.getRegistration("/field");
  const subscription = await registration?.pushManager.getSubscription();
  return subscription ? keysOf(subscription) : undefined;
}

/**
 * Asks the person, and then the browser's push service.
 * @param pushKey public key of the platform, as base64url.
 * @returns undefined when the person says no.
 * @throws when the push service cannot be reached.
 */
export async function askToBeWoken(pushKey: string): Promise<Wakeable | undefined> {
  if ((await Notification.requestPermission()) !== "granted") return undefined;
  const registration = await navigator.serviceWorker.ready;
  return keysOf(await registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: pushKey }));
}

/**
 * A phone that was woken before is woken on: nobody asked for it now, so what goes wrong is no trouble of theirs.
 * @param find gives what wakes this phone, if anything does.
 * @param register tells the platform.
 */
export async function wakeOn(find: () => Promise<Wakeable | undefined>, register: (device: Wakeable) => Promise<unknown>): Promise<"on" | "off"> {
  try {
    const device = await find();
    if (!device) return "off";
    await register(device);
    return "on";
  } catch {
    return "off"; // the key says so, and asks again when it is pressed
  }
}

export async function sleep(): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration("/field");
  await (await registration?.pushManager.getSubscription())?.unsubscribe();
}

export function keysOf(subscription: Pick<PushSubscription, "endpoint" | "getKey">): Wakeable | undefined {
  const [publicKey, authSecret] = [subscription.getKey("p256dh"), subscription.getKey("auth")];
  return publicKey && authSecret ? { endpoint: subscription.endpoint, publicKey: new Uint8Array(publicKey), authSecret: new Uint8Array(authSecret) } : undefined;
}
