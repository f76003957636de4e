import { lastTimeOf } from "../../time/words";

const tolerance = 60_000; // milliseconds, as the platform has it: a time to the minute may lie a little before the step before it

/**
 * When a step happened by what a crew typed.
 * @param clockTime `hh:mm`.
 * @param lastStepAt when the step before it was taken, in milliseconds since 1970.
 * @param now by the platform's clock.
 * @returns milliseconds since 1970; "unclear" when it is no time of the last day, "tooEarly" when the step before came later.
 */
export function earlierMoment(clockTime: string, lastStepAt: number, now: number): number | "unclear" | "tooEarly" {
  const at = lastTimeOf(clockTime, now);
  if (at === undefined) return "unclear";
  return at < lastStepAt - tolerance ? "tooEarly" : at;
}
