import type { Failure } from "../contracts/failure";
import { Store } from "../time/store";
import { Intention } from "./intention";

/** What went wrong with an act, kept where it was done until it is put right or put away. */
export interface Trouble {
  /** Undefined: not sent at all, because the screen has no connection. */
  failure: Failure | undefined;
  /** Does the very same again; undefined when that would not help. */
  retry: (() => void) | undefined;
}

export interface ActsState {
  /** Places (names of incidents, `report`) where something is being done. */
  busy: ReadonlySet<string>;
  troubles: ReadonlyMap<string, Trouble>;
  /** What was done last, in words, for a screen reader. */
  said: string;
  /** The key that was pressed while its act could not be done yet, and did nothing. */
  tooEarly: string | undefined;
}

// Milliseconds in which a short line can be read.
const reading = 5000;

/** Does what a person asks: at most one thing at a time in a place, never on a picture that is not live, and each intention once. */
export class Acts extends Store<ActsState> {
  private forgetting: ReturnType<typeof setTimeout> | undefined;

  /** @param isLive whether what is on the screen can be acted on. */
  constructor(private readonly isLive: () => boolean) {
    super({ busy: new Set(), troubles: new Map(), said: "", tooEarly: undefined });
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
   * @returns the answer; undefined when it was not done or nobody knows.
   */
  run = async <Answer>(place: string, said: string, send: (requestId: string) => Promise<Answer>): Promise<Answer | undefined> =>
    this.carryOut(place, said, new Intention(send));

  putAway = (place: string): void => this.set({ ...this.state, troubles: without(this.state.troubles, place) });

  private async carryOut<Answer>(place: string, said: string, intention: Intention<Answer>): Promise<Answer | undefined> {
    if (this.state.busy.has(place)) return undefined;
    if (!this.isLive()) {
      this.fail(place, undefined, undefined);
      return undefined;
    }
    this.set({ ...this.state, busy: new Set(this.state.busy).add(place), troubles: without(this.state.troubles, place), said: "", tooEarly: undefined });
    const outcome = await intention.attempt();
    const busy = new Set(this.state.busy);
    busy.delete(place);
    this.set({ ...this.state, busy, said: outcome.kind === "done" ? said : "" });
    if (outcome.kind === "done") return outcome.answer;
    this.fail(place, outcome.failure, outcome.kind === "doubt" ? () => void this.carryOut(place, said, intention) : undefined);
    return undefined;
  }

  private fail(place: string, failure: Failure | undefined, retry: (() => void) | undefined): void {
    this.set({ ...this.state, troubles: new Map(this.state.troubles).set(place, { failure, retry }) });
  }
}

function without<Value>(map: ReadonlyMap<string, Value>, key: string): ReadonlyMap<string, Value> {
  const rest = new Map(map);
  rest.delete(key);
  return rest;
}
