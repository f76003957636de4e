/** How long an incident waits for a unit, in steps that a desk sees: minutes after which each begins. */
export const steps = [5, 15, 30, 60] as const;

/** 0 = not long yet, up to 4. */
export function ageingOf(milliseconds: number): number {
  return steps.filter((minutes) => milliseconds >= minutes * 60_000).length;
}
