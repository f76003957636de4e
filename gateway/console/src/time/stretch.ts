import type { Timestamp } from "@bufbuild/protobuf/wkt";
import { millisecondsOf } from "./timestamp";
import { dateFieldOf, fullMinute } from "./words";

/** `24 dec 2026 18:00`, as Dutch clocks and calendars show it; empty where there is none. */
export function minuteOf(at: Timestamp | undefined): string {
  return at ? fullMinute(millisecondsOf(at)) : "";
}

/** From and to as one reads them; the day of the end only where it is another. */
export function stretchOf({ startTime, endTime }: { startTime?: Timestamp | undefined; endTime?: Timestamp | undefined }): { from: string; to: string } {
  const [start, end] = [startTime, endTime].map((at) => (at ? dateFieldOf(millisecondsOf(at)) : ""));
  return { from: minuteOf(startTime), to: start?.slice(0, 10) === end?.slice(0, 10) ? end?.slice(11) ?? "" : minuteOf(endTime) };
}
