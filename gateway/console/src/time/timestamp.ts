import type { Timestamp } from "@bufbuild/protobuf/wkt";

/** Milliseconds since 1970. */
export function millisecondsOf(timestamp: Timestamp): number {
  return Number(timestamp.seconds) * 1000 + timestamp.nanos / 1_000_000;
}
