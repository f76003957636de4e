import { expect, test } from "vitest";
import { followSignIn, hasEnded } from "../../src/session/followSignIn";
import type { SessionState } from "../../src/session/session";
import { Store } from "../../src/time/store";

class Session extends Store<SessionState> {
  becomes = (hasEnded: boolean) => this.set({ phase: "signedIn", person: { subject: "me", name: "", roles: [], municipalities: [], teams: [] }, expiresAt: 0, renewalFails: false, hasEnded });
  leaves = () => this.set({ phase: "none" });
}

const following = (session: Session) => {
  const told: string[] = [];
  return { told, end: followSignIn({ signInEnded: () => told.push("ended"), signedInAgain: () => told.push("again") }, session) };
};

test("what runs stops with the sign-in and goes on with the next", () => {
  const session = new Session({ phase: "starting" });
  session.becomes(false);
  const { told, end } = following(session);
  expect(told).toEqual([]);

  session.becomes(true);
  session.becomes(false);
  end();
  session.becomes(true);

  expect(told).toEqual(["ended", "again"]);
});

test("what is opened after the sign-in was over does not run", () => {
  const session = new Session({ phase: "starting" });
  session.becomes(true);

  expect([hasEnded(session), following(session).told]).toEqual([true, ["ended"]]);
});

test("who signs out takes the page away, and with it what runs", () => {
  const session = new Session({ phase: "starting" });
  session.becomes(true);
  const { told } = following(session);
  session.leaves();

  expect([hasEnded(session), told]).toEqual([false, ["ended"]]);
});
