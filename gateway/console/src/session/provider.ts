import { UserManager, WebStorageStateStore, type User } from "oidc-client-ts";
import type { Configuration } from "../configuration/configuration";

/** The OpenID Connect side: code flow with PKCE, and renewal by refresh token where the provider gives one. */
export function providerOf(configuration: Configuration): UserManager {
  return new UserManager({
    authority: configuration.issuer,
    client_id: configuration.clientId,
    scope: configuration.scope,
    redirect_uri: new URL("/signed-in", location.origin).href,
    response_type: "code",
    automaticSilentRenew: false, // the session renews, one window for all
    userStore: new WebStorageStateStore({ store: sessionStorage }),
    stateStore: new WebStorageStateStore({ store: sessionStorage }),
  });
}

/** Where the provider's page for signing out comes back to. */
export const signedOutPath = "/signed-out";

/** Goes to the provider's page; what was open comes back in `returnTo`. */
export function goAndSignIn(manager: UserManager, returnTo: string): Promise<void> {
  return manager.signinRedirect({ state: { returnTo } });
}

/** Whether this page was opened by the provider, with a code or an error. */
export function isAnswer(address: URL): boolean {
  return address.pathname === "/signed-in" && address.searchParams.has("state");
}

export async function takeAnswer(manager: UserManager): Promise<{ user: User; returnTo: string }> {
  const user = await manager.signinRedirectCallback();
  const { returnTo = "/" } = (user.state ?? {}) as { returnTo?: string };
  return { user, returnTo: returnTo.startsWith("/") && !returnTo.startsWith("//") ? returnTo : "/" };
}

/** Ends what the provider keeps, as far as it offers that: the refresh token, and its own session by a visit to its page. */
export async function endAtProvider(manager: UserManager, user: User): Promise<void> {
  await revoke(manager, user);
  if (await manager.metadataService.getEndSessionEndpoint())
    await manager.signoutRedirect({ ...(user.id_token !== undefined && { id_token_hint: user.id_token }), post_logout_redirect_uri: new URL(signedOutPath, location.origin).href });
}

/** @throws when the provider offers it and does not do it. */
export async function revoke(manager: UserManager, user: User): Promise<void> {
  const endpoint = await manager.metadataService.getRevocationEndpoint();
  if (endpoint === undefined || user.refresh_token === undefined) return;
  const body = new URLSearchParams({ token: user.refresh_token, token_type_hint: "refresh_token", client_id: manager.settings.client_id });
  const answer = await fetch(endpoint, { method: "POST", body, keepalive: true });
  if (!answer.ok) throw new Error(`revocation: ${answer.status}`);
}
