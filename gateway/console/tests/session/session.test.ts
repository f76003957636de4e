import { User, type UserManager } from "oidc-client-ts";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Session } from "../../src/session/session";
import { Locks } from "../locks";

const minutes = 60_000;

/** What the browser keeps; one for all windows of a test, as one tab has it that was duplicated. */
class Kept {
  private readonly values = new Map<string, string>();
  getItem = (key: string) => this.values.get(key) ?? null;
  setItem = (key: string, value: string) => this.values.set(key, value);
  clear = () => this.values.clear();
}

/** Windows of the same browser, which hear each other at once. */
class Channel {
  static all: Channel[] = [];
  onmessage: ((event: { data: unknown }) => void) | undefined;

  constructor() {
    Channel.all.push(this);
  }

  postMessage(data: unknown): void {
    for (const other of Channel.all) if (other !== this) other.onmessage?.({ data });
  }
}

function userOf(subject: string, token = subject): User {
  return new User({ access_token: token, refresh_token: `refresh ${token}`, token_type: "Bearer", profile: { sub: subject, iss: "", aud: "", exp: 0, iat: 0 }, expires_at: Date.now() / 1000 + 600 });
}

/** The provider as one window knows it. */
class Provider {
  kept: User | null = null;
  renewed: () => Promise<User> = () => Promise.reject(new Error("away"));
  ended: unknown[] = [];
  endSession: string | undefined;
  revocation: () => Promise<string | undefined> = () => Promise.resolve("https://provider/revoke");
  settings = { client_id: "console" };
  metadataService = { getRevocationEndpoint: () => this.revocation(), getEndSessionEndpoint: () => Promise.resolve(this.endSession) };
  getUser = () => Promise.resolve(this.kept);
  signinSilent = () => this.renewed();
  signoutRedirect = (how: unknown) => Promise.resolve(void this.ended.push(how));
  removeUser = () => Promise.resolve(void (this.kept = null));
  storeUser = (user: User) => Promise.resolve(void (this.kept = user));
}

const revoked: string[] = [];

async function open(kept: User | null = null): Promise<{ session: Session; provider: Provider }> {
  const provider = new Provider();
  provider.kept = kept;
  const session = new Session(provider as unknown as UserManager);
  const started = session.start();
  await vi.advanceTimersByTimeAsync(300);
  await started;
  return { session, provider };
}

const whoIs = ({ session: { state } }: { session: Session }) => (state.phase === "signedIn" ? state.person.subject : state.phase);

beforeEach(() => {
  vi.useFakeTimers();
  Channel.all = [];
  revoked.length = 0;
  vi.stubGlobal("BroadcastChannel", Channel);
  vi.stubGlobal("navigator", { onLine: true, locks: new Locks() });
  vi.stubGlobal("localStorage", new Kept());
  vi.stubGlobal("sessionStorage", new Kept());
  vi.stubGlobal("location", { href: "https://desk/", origin: "https://desk", pathname: "/", search: "" });
  vi.stubGlobal("fetch", (_: string, { body }: { body: URLSearchParams }) => {
    revoked.push(body.get("token") ?? "");
    return Promise.resolve({ ok: true });
  });
});

afterEach(() => {
  vi.clearAllTimers();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test("who signs out does so in all windows, and the refresh token ends", async () => {
  const one = await open(userOf("wm"));
  const other = await open();
  expect(whoIs(other)).toBe("wm");
  sessionStorage.setItem("kept by a page", "something");

  await one.session.signOut();
  await vi.advanceTimersByTimeAsync(1);

  expect([whoIs(one), whoIs(other), await other.session.token(), other.provider.kept]).toEqual(["none", "none", undefined, null]);
  expect([revoked, sessionStorage.getItem("kept by a page")]).toEqual([["refresh wm"], null]);
  expect(whoIs(await open())).toBe("none");
});

test("where the provider has a session of its own, its page ends it", async () => {
  const { session, provider } = await open(userOf("wm"));
  provider.endSession = "https://provider/end";

  await session.signOut();

  expect(provider.ended).toEqual([{ post_logout_redirect_uri: "https://desk/signed-out" }]);
});

test("a provider that is away does not keep one signed in, and it is told", async () => {
  const one = await open(userOf("wm"));
  one.provider.revocation = () => Promise.reject(new Error("away"));

  await one.session.signOut();

  expect(one.session.state).toEqual({ phase: "none", isOnlyHere: true });
});

test("a window that signed out is not taken along when another signs in", async () => {
  const one = await open(userOf("wm"));
  await one.session.signOut();
  await vi.advanceTimersByTimeAsync(10);

  Channel.all[0]?.onmessage?.({ data: { kind: "user", user: userOf("bl").toStorageString(), since: Date.now() } });
  await vi.advanceTimersByTimeAsync(10);

  expect(whoIs(one)).toBe("none");
});

test("a window that kept its tokens while it was closed is signed out too", async () => {
  const one = await open(userOf("wm"));
  const since = sessionStorage.getItem("handhaving-signed-in") ?? "";
  await one.session.signOut();

  sessionStorage.setItem("handhaving-signed-in", since);
  const reopened = await open(userOf("wm"));
  expect([whoIs(reopened), reopened.provider.kept]).toEqual(["none", null]);
});

test("a renewal that was on its way when somebody signed out signs nobody in", async () => {
  const one = await open(userOf("wm"));
  const other = await open();
  let answer: (user: User) => void = () => undefined;
  other.provider.renewed = () => new Promise((resolve) => (answer = resolve));
  await vi.advanceTimersByTimeAsync(9 * minutes);

  await one.session.signOut();
  answer(userOf("wm", "renewed"));
  await vi.advanceTimersByTimeAsync(10);

  expect([whoIs(one), whoIs(other), revoked]).toEqual(["none", "none", ["refresh wm", "refresh renewed"]]);
});

test("where windows of two persons answer, a new one asks who it is", async () => {
  await open(userOf("wm"));
  await open(userOf("bl"));

  expect(whoIs(await open())).toBe("none");
});

test("a token that ended is sent nowhere, and the session says that it ended", async () => {
  const one = await open(userOf("wm"));
  await vi.advanceTimersByTimeAsync(10 * minutes + 1);

  expect(one.session.state).toMatchObject({ phase: "signedIn", hasEnded: true, renewalFails: true });
  expect(await one.session.token()).toBeUndefined();
});

test("who signs in as another in the window beside is named on the screen that waits, which stays", async () => {
  const waiting = await open(userOf("wm"));
  await open(userOf("bl"));
  await open(); // asks who is there, and both answer

  expect(waiting.session.state).toMatchObject({ phase: "signedIn", person: { subject: "wm" }, other: "bl" });
});
