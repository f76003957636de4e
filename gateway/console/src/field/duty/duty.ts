import type { Clients } from "../../contracts/clients";
import { failureOf, type Failure } from "../../contracts/failure";
import { ownerOf } from "../../contracts/names";
import type { Unit } from "../../generated/handhaving/dispatch/v1/unit_pb";
import { followSignIn, type SignedIn } from "../../session/followSignIn";
import type { Person } from "../../session/person";
import { Store } from "../../time/store";
import { forgetKnown, keepKnown, lastKnown } from "./lastKnown";
import { UnitFeed } from "./unitFeed";

export type DutyState =
  /** Not known yet whether this person is on duty; with what went wrong with asking. */
  | { phase: "looking"; failure?: Failure }
  /** With the call sign of the unit whose duty somebody else ended; empty = none. */
  | { phase: "off"; units: readonly Unit[]; endedFor: string }
  | { phase: "on"; unit: string; feed: UnitFeed };

const tryAgainAfter = 5_000; // milliseconds
const lookEvery = 15_000; // milliseconds, while one is off duty with the page before one
const rows = 1_000;

/** Whether this officer is on duty, in which unit, and the stream about it. A device that lost all it knew finds its unit by who is in it. */
export class Duty extends Store<DutyState> {
  private readonly key: string;
  private endedFor = "";
  private end: () => void = () => undefined;
  private again: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly clients: Clients, private readonly person: Person, private readonly session: SignedIn) {
    super({ phase: "looking" });
    this.key = `handhaving-field-unit ${person.subject}`;
  }

  start(): () => void {
    const unit = localStorage.getItem(this.key);
    if (unit === null) void this.look();
    else this.open(unit);
    const online = () => {
      if (this.state.phase === "on") this.state.feed.retry();
      else if (this.state.phase === "looking") void this.look();
    };
    const offline = () => { if (this.state.phase === "on") this.state.feed.networkLost(); };
    const seen = () => { if (document.visibilityState === "visible") void this.lookAgain(); };
    const looking = setInterval(seen, lookEvery); // a colleague or the desk may sign one on
    addEventListener("online", online);
    document.addEventListener("visibilitychange", seen);
    addEventListener("offline", offline);
    return () => {
      removeEventListener("online", online);
      document.removeEventListener("visibilitychange", seen);
      removeEventListener("offline", offline);
      clearTimeout(this.again);
      clearInterval(looking);
      this.end();
    };
  }

  signedOn = (unit: string): void => {
    this.endedFor = "";
    localStorage.setItem(this.key, unit);
    this.open(unit);
  };

  /** A person has seen that somebody else ended the duty. */
  seenEnd = (): void => {
    this.endedFor = "";
    if (this.state.phase === "off") this.set({ ...this.state, endedFor: "" });
  };

  signedOff = (): void => {
    this.endedFor = "";
    this.leave();
  };

  /** Asks whether this officer is in the crew of a unit, and which there are. */
  look = async (): Promise<void> => {
    clearTimeout(this.again);
    if (this.state.phase !== "looking") this.set({ phase: "looking" });
    await this.ask();
  };

  /** The same while units are on the screen: what was chosen there stays. */
  lookAgain = async (): Promise<void> => {
    if (this.state.phase === "off") await this.ask();
  };

  private async ask(): Promise<void> {
    try {
      const { units } = await this.clients.units.listUnits({ parent: "municipalities/-", pageSize: rows });
      const mine = units.find((unit) => unit.crew.some(({ officer }) => officer === this.person.subject));
      if (mine) this.signedOn(mine.name);
      else this.set({ phase: "off", units: units.filter((unit) => this.isHome(unit)), endedFor: this.endedFor });
    } catch (error) {
      if (this.state.phase === "off") return; // the list is as old as it was
      this.set({ phase: "looking", failure: failureOf(error) });
      this.again = setTimeout(() => void this.look(), tryAgainAfter);
    }
  }

  private leave(): void {
    this.end();
    forgetKnown();
    localStorage.removeItem(this.key);
    void this.look();
  }

  private isHome({ name }: Unit): boolean {
    const owner = ownerOf(name);
    return [...this.person.municipalities.map((code) => `municipalities/${code}`), ...this.person.teams.map((team) => `teams/${team}`)].includes(owner);
  }

  private open(unit: string): void {
    this.end();
    const feed = new UnitFeed((signal) => this.clients.board.watchUnit({ name: unit }, { signal, timeoutMs: 0 }), lastKnown(unit));
    const unkeep = keepKnown(feed);
    const unfollow = feed.follow(() => {
      const { line } = feed.state;
      if (line.phase !== "refused" || line.failure.reason !== "NOT_FOUND") return;
      this.endedFor = feed.state.now?.unit?.callSign ?? (unit.split("/").at(-1) ?? unit); // the desk signed it off, or took this officer out of the crew
      this.leave();
    });
    void feed.run();
    const unfollowSignIn = followSignIn(feed, this.session);
    this.end = () => {
      unfollowSignIn();
      unfollow();
      unkeep();
      feed.stop();
      this.end = () => undefined;
    };
    this.set({ phase: "on", unit, feed });
  }
}
