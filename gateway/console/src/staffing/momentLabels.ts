import { dateFieldOf } from "../time/words";

/**
 * What stands under the hours of a chart: some hours of the day, and of several days their dates.
 * @param starts milliseconds since 1970, by hour.
 */
export function momentLabels(starts: readonly number[]): { at: number; text: string }[] {
  const isLong = starts.length > 49;
  return starts.flatMap((start, at) => {
    const field = dateFieldOf(start);
    const hour = Number(field.slice(11, 13));
    if (isLong) return hour === 0 ? [{ at, text: `${field.slice(8, 10)}-${field.slice(5, 7)}` }] : [];
    return hour % 3 === 0 ? [{ at, text: field.slice(11) }] : [];
  });
}
