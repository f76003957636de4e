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
