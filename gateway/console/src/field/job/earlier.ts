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
  const at = earlierNote(clockTime, now);
  if (at === "unclear") return at;
  return at < lastStepAt - tolerance ? "tooEarly" : at;
}

/** When what a note tells happened, which may lie before the last step; otherwise as {@link earlierMoment}. */
export function earlierNote(clockTime: string, now: number): number | "unclear" {
  return lastTimeOf(clockTime, now) ?? "unclear";
}
