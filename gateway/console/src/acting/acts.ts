import type { Failure } from "../contracts/failure";
import { Store } from "../time/store";
import type { Hindrance } from "./hindrance";
import { Intention } from "./intention";

/** What went wrong with an act, kept where it was done until it is put right or put away. */
export interface Trouble {
  /** What the platform answered, or why nothing was sent at all. */
  failure: Failure | Hindrance;
  /** Does the very same again; undefined when that would not help. */
  retry: (() => void) | undefined;
  /** What else was asked there meanwhile and waits for a person to ask it again. */
  behind?: Trouble;
}

export interface ActsState {
  /** Places (names of incidents, `report`) where something is being done, or was done and is not on the screen yet. */
  busy: ReadonlySet<string>;
  troubles: ReadonlyMap<string, Trouble>;
  /** By place, what the last act there means for others, in Dutch as the platform says it; until it is put away. */
  told: ReadonlyMap<string, readonly string[]>;
  /** What was done last, in words, for a screen reader. */
  said: string;
  /** The key that was pressed while its act could not be done yet, and did nothing. */
  tooEarly: string | undefined;
}

// Milliseconds in which a short line can be read.
const reading = 5000;

/** Does what a person asks: at most one thing at a time in a place, never on a picture that is not live, and each intention once. Another thing asked there meanwhile is refused aloud; the same again is the same. */
export class Acts extends Store<ActsState> {
  private readonly running = new Map<string, string>(); // by place, what tells it from another
  private readonly held = new Map<string, object>(); // by place, the last act there that is not on the screen yet
  private forgetting: ReturnType<typeof setTimeout> | undefined;

  /**
   * @param hindrance why what is on the screen cannot be acted on; undefined when it can.
   * @param shown resolves when an answer is on the screen: until then no control there does anything. Undefined: it is, or stands nowhere.
   */
  constructor(private readonly hindrance: () => Hindrance | undefined, private readonly shown: (answer: unknown) => Promise<void> | undefined = () => undefined) {
    super({ busy: new Set(), troubles: new Map(), told: new Map(), said: "", tooEarly: undefined });
  }

  /** A key found that its act cannot be done yet: a person has to see that nothing came of it. */
  cameTooEarly = (key: string): void => {
    this.set({ ...this.state, tooEarly: key });
    clearTimeout(this.forgetting);
    this.forgetting = setTimeout(() => this.set({ ...this.state, tooEarly: undefined }), reading);
  };

  /**
   * @param place where it is done and its trouble is shown.
   * @param said told when it is done.
   * @param what tells one thing from another where what is said of both is the same, as of two notes.
   * @returns the answer; undefined when it was not done or nobody knows.
   */
  run = async <Answer>(place: string, said: string, send: (requestId: string) => Promise<Answer>, what = said): Promise<Answer | undefined> =>
    this.carryOut(place, { said, what }, new Intention(send));

  /** Whether a form can go away after its act: it was done, or stands ready to be tried again; what was refused or never sent is still to be put right. */
  isTaken = (place: string, answer: unknown): boolean => answer !== undefined || this.state.troubles.get(place)?.retry !== undefined;

  putAway = (place: string): void => this.set({ ...this.state, troubles: this.next(place), told: without(this.state.told, place) });

  private async carryOut<Answer>(place: string, asked: { said: string; what: string }, intention: Intention<Answer>): Promise<Answer | undefined> {
    if (this.running.has(place)) {
      if (this.running.get(place) !== asked.what) this.fail(place, "busy", () => void this.carryOut(place, asked, intention));
      return undefined;
    }
    const hindrance = this.hindrance();
    if (hindrance) {
      this.fail(place, hindrance, undefined);
      return undefined;
    }
    this.running.set(place, asked.what);
    this.set({ ...this.state, busy: this.busyNow(), troubles: this.next(place), told: without(this.state.told, place), said: "", tooEarly: undefined });
    const outcome = await intention.attempt();
    this.running.delete(place);
    const shown = outcome.kind === "done" ? this.shown(outcome.answer) : undefined;
    if (shown) this.hold(place, shown);
    this.set({ ...this.state, busy: this.busyNow(), said: outcome.kind === "done" ? asked.said : "" });
    if (outcome.kind === "done") {
      this.tell(place, consequencesOf(outcome.answer));
      return outcome.answer;
    }
    this.fail(place, outcome.failure, outcome.kind === "doubt" ? () => void this.carryOut(place, asked, intention) : undefined);
    return undefined;
  }

  private hold(place: string, shown: Promise<void>): void {
    const act = {};
    this.held.set(place, act);
    void shown.then(() => {
      if (this.held.get(place) !== act) return; // another came after it
      this.held.delete(place);
      this.set({ ...this.state, busy: this.busyNow() });
    });
  }

  private busyNow(): ReadonlySet<string> {
    return new Set([...this.running.keys(), ...this.held.keys()]);
  }

  private tell(place: string, consequences: readonly string[]): void {
    if (consequences.length > 0) this.set({ ...this.state, told: new Map(this.state.told).set(place, consequences) });
  }

  private fail(place: string, failure: Failure | Hindrance, retry: (() => void) | undefined): void {
    const stood = this.state.troubles.get(place);
    this.set({ ...this.state, troubles: new Map(this.state.troubles).set(place, { failure, retry, ...(stood?.failure === "busy" && failure !== "busy" && { behind: stood }) }) });
  }

  // Without what stands there; what stood behind it comes to the front.
  private next(place: string): ReadonlyMap<string, Trouble> {
    const behind = this.state.troubles.get(place)?.behind;
    return behind ? new Map(this.state.troubles).set(place, behind) : without(this.state.troubles, place);
  }
}

function without<Value>(map: ReadonlyMap<string, Value>, key: string): ReadonlyMap<string, Value> {
  const rest = new Map(map);
  rest.delete(key);
  return rest;
}

// Answers to acts that may change something for others have a list of it.
function consequencesOf(answer: unknown): readonly string[] {
  const { consequences } = (answer ?? {}) as { consequences?: unknown };
  return Array.isArray(consequences) ? consequences.filter((one) => typeof one === "string") : [];
}
