import type { Timestamp } from "@bufbuild/protobuf/wkt";
import { millisecondsOf } from "../time/timestamp";
import { dateFieldOf } from "../time/words";

/** `2026-12-24 18:00`, as Dutch clocks and calendars show it; empty where there is none. */
export function minuteOf(at: Timestamp | undefined): string {
  return at ? dateFieldOf(millisecondsOf(at)).replace("T", " ") : "";
}

/** From and to as one reads them; the day of the end only where it is another. */
export function stretchOf({ startTime, endTime }: { startTime?: Timestamp | undefined; endTime?: Timestamp | undefined }): { from: string; to: string } {
  const [from, to] = [minuteOf(startTime), minuteOf(endTime)];
  return { from, to: from.slice(0, 10) === to.slice(0, 10) ? to.slice(11) : to };
}
