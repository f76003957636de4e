/** What the deployment decides, as the gateway tells it; nothing of it is compiled in. */
export interface Configuration {
  issuer: string;
  clientId: string;
  scope: string;
  /** Style of the base map; absent = the plain base that needs no network. */
  mapStyle?: string | null;
  /** A place search that answers as PDOK Locatieserver does; absent = the places of the demo region. */
  placeSearch?: string | null;
  /** Public key of the platform towards push services (VAPID), as base64url; absent = phones are not woken. */
  pushKey?: string | null;
  /** The organisation's style sheet. */
  tokens?: string | null;
}

/** @throws when the gateway does not answer. */
export async function readConfiguration(): Promise<Configuration> {
  const answer = await fetch("/console/configuration.json", { cache: "no-cache" });
  if (!answer.ok) throw new Error(`configuration: ${answer.status}`);
  return (await answer.json()) as Configuration;
}

/** Lets the organisation's colours and logo count, over ours. */
export function applyTokens(configuration: Configuration): void {
  if (!configuration.tokens) return;
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = configuration.tokens;
  document.head.append(link);
}
