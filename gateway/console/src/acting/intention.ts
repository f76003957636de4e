import { failureOf, type Failure } from "../contracts/failure";

export type Outcome<Answer> = { kind: "done"; answer: Answer } | { kind: "refused"; failure: Failure } | { kind: "doubt"; failure: Failure };

const waits = [300, 1_000, 2_500]; // milliseconds before each further try

/** One thing that somebody wants done, once: all its tries carry one request id, so that a try whose answer was lost does no harm. */
export class Intention<Answer> {
  /** Goes with each try. */
  readonly requestId = crypto.randomUUID();

  /** @param send makes the call; the same request each time. */
  constructor(private readonly send: (requestId: string) => Promise<Answer>) {}

  /** Tries until it is known what became of it, or for some seconds; may be called again when that is in doubt. */
  async attempt(): Promise<Outcome<Answer>> {
    for (let tries = 0; ; tries++) {
      try {
        return { kind: "done", answer: await this.send(this.requestId) };
      } catch (error) {
        const failure = failureOf(error);
        if (!failure.inDoubt) return { kind: "refused", failure };
        const wait = waits[tries];
        if (wait === undefined) return { kind: "doubt", failure };
        await new Promise((resolve) => setTimeout(resolve, wait));
      }
    }
  }
}
