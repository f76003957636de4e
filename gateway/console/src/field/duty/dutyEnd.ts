import { dateFieldOf, momentOfField } from "../../time/words";

const day = 24 * 60 * 60_000; // milliseconds

/**
 * The next moment at which Dutch clocks show this.
 * @param clockTime `hh:mm`; empty = none.
 * @param now milliseconds since 1970.
 * @returns undefined when there is none.
 */
export function nextTimeOf(clockTime: string, now: number): number | undefined {
  if (clockTime === "") return undefined;
  const on = (at: number) => momentOfField(`${dateFieldOf(at).slice(0, 10)}T${clockTime}`);
  return [on(now), on(now + day)].find((at) => at !== undefined && at > now);
}
