import type { User, UserManager } from "oidc-client-ts";
import { Store } from "../time/store";
import { beginsNow, endsNow, isOver, keepSince, keptSince, type SignIn } from "./moments";
import { personOf, type Person } from "./person";
import { endAtProvider, goAndSignIn, isAnswer, revoke, signedOutPath, takeAnswer } from "./provider";
import { Windows } from "./windows";

export type SessionState =
  | { phase: "starting" }
  | {
    phase: "none";
    problem?: string;
    /** Signed out here, while the provider could not be told. */
    isOnlyHere?: true;
  }
  | {
    phase: "signedIn";
    person: Person;
    expiresAt: number;
    renewalFails: boolean;
    /** The token ended and there is no other. */
    hasEnded: boolean;
    /** Name of another person who signed in beside, where this one has to. */
    other?: string;
  };

const renewBefore = 120_000; // milliseconds before the token ends
const tryAgainAfter = 10_000;
const tooShort = 5_000; // what is left of a token that is still sent

/** Who is signed in, and the token that says so: renewed in time, shared by all windows, never thrown away with what is on the screen until somebody signs out. */
export class Session extends Store<SessionState> {
  private held: SignIn | undefined;
  private readonly offered: SignIn[] = [];
  private isSignedOut = false;
  private renewal: ReturnType<typeof setTimeout> | undefined;
  private end: ReturnType<typeof setTimeout> | undefined;
  private readonly windows = new Windows(() => this.held, { signIn: (signIn) => void this.takeOver(signIn), signOut: () => void this.leave() });

  constructor(private readonly manager: UserManager) {
    super({ phase: "starting" });
  }

  async start(): Promise<void> {
    if (location.pathname === signedOutPath) history.replaceState(null, "", "/");
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

  /** For all windows of this browser, and at the provider. */
  signOut = async (): Promise<void> => {
    const { held } = this;
    endsNow(held);
    this.windows.tellSignOut();
    await this.leave();
    try {
      if (held) await endAtProvider(this.manager, held.user);
    } catch {
      if (this.state.phase === "none") this.set({ phase: "none", isOnlyHere: true });
    }
  };

  /** The token to send; renewed first when it is about to end. Undefined when nobody is signed in any more. */
  async token(): Promise<string | undefined> {
    if (this.held && isOver(this.held)) await this.leave();
    if (this.held && leftOf(this.held.user) < tooShort) await this.renew();
    return this.held && leftOf(this.held.user) > 0 ? this.held.user.access_token : undefined;
  }

  private async finish(): Promise<void> {
    const { user, returnTo } = await takeAnswer(this.manager);
    history.replaceState(null, "", returnTo);
    this.take({ user, since: beginsNow() });
    this.windows.tell();
    if (returnTo.includes("sign-in-beside")) window.close();
  }

  private async resume(): Promise<void> {
    if (location.search.includes("sign-in-beside")) {
      await this.signIn();
      return;
    }
    const kept = await this.manager.getUser();
    if (!kept) await this.windows.ask();
    this.held = kept ? this.newestOf(kept) : this.onlyOne();
    if (kept && !this.held) await this.manager.removeUser();
    if (this.held && leftOf(this.held.user) < tooShort) await this.renew();
    // Without a network nobody can be asked: what was open stays, and says that it is old.
    if (this.held && (leftOf(this.held.user) > 0 || !navigator.onLine)) this.take(this.held);
    else this.set({ phase: "none" });
  }

  private newestOf(kept: User): SignIn | undefined {
    const told = this.offered.filter(({ user }) => user.profile.sub === kept.profile.sub);
    return [{ user: kept, since: keptSince() }, ...told].findLast((signIn) => !isOver(signIn));
  }

  // Where windows of two persons answer, this one belongs to neither until somebody says who it is.
  private onlyOne(): SignIn | undefined {
    const valid = this.offered.filter((signIn) => !isOver(signIn));
    return new Set(valid.map(({ user }) => user.profile.sub)).size === 1 ? valid.at(-1) : undefined;
  }

  private renew(): Promise<void> {
    const before = this.held?.user.access_token;
    return navigator.locks.request("handhaving-renew", async () => {
      const { held } = this;
      if (!held || held.user.access_token !== before) return; // another window did, or somebody signed out
      try {
        const user = await this.manager.signinSilent();
        if (!user) throw new Error("no user");
        if (isOver(held)) await this.discard(user);
        else {
          this.take({ user, since: held.since });
          this.windows.tell();
        }
      } catch {
        if (this.state.phase === "signedIn") this.set({ ...this.state, renewalFails: true });
        this.plan(tryAgainAfter);
      }
    });
  }

  // Somebody signed out while it was on its way.
  private async discard(user: User): Promise<void> {
    await this.leave();
    await revoke(this.manager, user);
  }

  private async takeOver(signIn: SignIn): Promise<void> {
    if (this.isSignedOut || isOver(signIn)) return;
    if (this.state.phase === "starting") this.offered.push(signIn);
    else if (!this.held || this.held.user.profile.sub === signIn.user.profile.sub) {
      this.take(signIn);
      await this.manager.storeUser(signIn.user);
      if (isOver(signIn)) await this.leave();
    } else if (this.state.phase === "signedIn") this.set({ ...this.state, other: personOf(signIn.user.profile, signIn.user.access_token).name });
  }

  private async leave(): Promise<void> {
    for (const timer of [this.renewal, this.end]) clearTimeout(timer);
    this.held = undefined;
    this.isSignedOut = true;
    this.set({ phase: "none" });
    await this.manager.removeUser();
    sessionStorage.clear(); // what pages of this window kept of the person
  }

  private take(signIn: SignIn): void {
    const left = leftOf(signIn.user);
    this.held = signIn;
    keepSince(signIn.since);
    this.set({ phase: "signedIn", person: personOf(signIn.user.profile, signIn.user.access_token), expiresAt: Date.now() + left, renewalFails: false, hasEnded: left <= 0 });
    clearTimeout(this.end);
    if (left === Infinity) return;
    this.plan(Math.max(0, left - renewBefore));
    this.end = setTimeout(() => this.state.phase === "signedIn" && this.set({ ...this.state, hasEnded: true }), left);
  }

  private plan(milliseconds: number): void {
    clearTimeout(this.renewal);
    if (this.held) this.renewal = setTimeout(() => void this.renew(), milliseconds);
  }
}

/** Milliseconds; below 0 since it ended. */
function leftOf(user: User): number {
  return user.expires_at === undefined ? Infinity : user.expires_at * 1000 - Date.now();
}
