import type { User, UserManager } from "oidc-client-ts";
import { Store } from "../time/store";
import { personOf, type Person } from "./person";
import { goAndSignIn, isAnswer, takeAnswer } from "./provider";
import { Windows } from "./windows";

export type SessionState =
  | { phase: "starting" }
  | { phase: "none"; problem?: string }
  | { phase: "signedIn"; person: Person; expiresAt: number; renewalFails: boolean };

const renewBefore = 120_000; // milliseconds before the token ends
const tryAgainAfter = 10_000;
const tooShort = 5_000; // what is left of a token that is still sent

/** Who is signed in, and the token that says so: renewed in time, shared by all windows, never thrown away with what is on the screen. */
export class Session extends Store<SessionState> {
  private user: User | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly windows = new Windows(() => this.user, (user) => void this.takeOver(user));

  constructor(private readonly manager: UserManager) {
    super({ phase: "starting" });
  }

  async start(): Promise<void> {
    try {
      if (isAnswer(new URL(location.href))) await this.finish();
      else await this.resume();
    } catch (error) {
      history.replaceState(null, "", "/");
      this.set({ phase: "none", problem: error instanceof Error ? error.message : String(error) });
    }
  }

  signIn = (): Promise<void> => goAndSignIn(this.manager, location.pathname + location.search);

  /** In a window of its own, so that nothing on this one is lost; it tells this one and closes. */
  signInBeside = (): void => {
    window.open("/?sign-in-beside", "handhaving-sign-in", "popup,width=560,height=720");
  };

  signOut = async (): Promise<void> => {
    clearTimeout(this.timer);
    this.user = undefined;
    await this.manager.removeUser();
    this.set({ phase: "none" });
  };

  /** The token to send; renewed first when it is about to end. Undefined when nobody is signed in any more. */
  async token(): Promise<string | undefined> {
    if (this.user && this.leftOf(this.user) < tooShort) await this.renew();
    return this.user?.access_token;
  }

  private async finish(): Promise<void> {
    const { user, returnTo } = await takeAnswer(this.manager);
    history.replaceState(null, "", returnTo);
    this.take(user);
    this.windows.tell();
    if (returnTo.includes("sign-in-beside")) window.close();
  }

  private async resume(): Promise<void> {
    if (location.search.includes("sign-in-beside")) {
      await this.signIn();
      return;
    }
    const kept = await this.manager.getUser();
    if (kept) this.user = kept;
    else await this.windows.ask();
    if (this.user && this.leftOf(this.user) < tooShort) await this.renew();
    // Without a network nobody can be asked: what was open stays, and says that it is old.
    if (this.user && (this.leftOf(this.user) > 0 || !navigator.onLine)) this.take(this.user);
    else this.set({ phase: "none" });
  }

  private renew(): Promise<void> {
    const before = this.user?.access_token;
    return navigator.locks.request("handhaving-renew", async () => {
      if (this.user?.access_token !== before) return; // another window did
      try {
        const user = await this.manager.signinSilent();
        if (!user) throw new Error("no user");
        this.take(user);
        this.windows.tell();
      } catch {
        if (this.state.phase === "signedIn") this.set({ ...this.state, renewalFails: true });
        this.plan(tryAgainAfter);
      }
    });
  }

  private async takeOver(user: User): Promise<void> {
    if (this.user && user.profile.sub !== this.user.profile.sub) return;
    await this.manager.storeUser(user);
    if (this.state.phase === "starting") this.user = user;
    else this.take(user);
  }

  private take(user: User): void {
    this.user = user;
    this.set({ phase: "signedIn", person: personOf(user.profile, user.access_token), expiresAt: Date.now() + this.leftOf(user), renewalFails: false });
    this.plan(Math.max(0, this.leftOf(user) - renewBefore));
  }

  private plan(milliseconds: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.renew(), milliseconds);
  }

  private leftOf(user: User): number {
    return user.expires_at === undefined ? Infinity : user.expires_at * 1000 - Date.now();
  }
}
