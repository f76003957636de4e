import type { QueuedIncident } from "../generated/handhaving/dispatch/v1/incident_service_pb";
import { millisecondsOf } from "../time/timestamp";

/** An incident that waits, in its place, with what stands before it in the way. */
export interface Ordered {
  entry: QueuedIncident;
  /** The incident before it that is proposed the same unit; undefined when there is none. */
  takenBy: QueuedIncident | undefined;
}

const hour = 3_600_000; // milliseconds

/**
 * The orders of several municipalities as one. Each keeps its own order; between them goes first what each rule of the platform puts first: urgency, an hour of waiting, a zone, the weight of the theme, who waits longest.
 * A unit that two of them propose goes to the first.
 * @param now milliseconds since 1970.
 */
export function merged(orders: readonly (readonly QueuedIncident[])[], now: number): Ordered[] {
  const rests = orders.map((order) => [...order]);
  const taken = new Map<string, QueuedIncident>();
  const all: Ordered[] = [];
  for (;;) {
    const next = rests.filter((rest) => rest.length > 0).toSorted(([one], [other]) => (one && other ? before(one, other, now) : 0))[0];
    const entry = next?.shift();
    if (!entry) return all;
    const unit = entry.pick?.unit;
    all.push({ entry, takenBy: unit === undefined ? undefined : taken.get(unit) });
    if (unit !== undefined && !taken.has(unit)) taken.set(unit, entry);
  }
}

function before(one: QueuedIncident, other: QueuedIncident, now: number): number {
  const long = ({ pendingTime }: QueuedIncident) => Number(pendingTime !== undefined && now - millisecondsOf(pendingTime) >= hour);
  return one.priority - other.priority || long(other) - long(one) || Number(other.zone !== "") - Number(one.zone !== "") || other.themeWeight - one.themeWeight || waitsSince(one) - waitsSince(other);
}

/** Milliseconds since 1970. */
export const waitsSince = ({ pendingTime }: QueuedIncident): number => (pendingTime ? millisecondsOf(pendingTime) : 0);

/** Why it stands where it stands. */
export type Because = "urgent" | "hour" | "zone" | "theme" | "waits";

/** The rules that count for it, in the order in which the platform weighs them; the last is always how long it waits. */
export function becauseOf(entry: QueuedIncident, now: number): Because[] {
  return [
    ...(entry.priority <= 2 ? ["urgent" as const] : []), ...(now - waitsSince(entry) >= hour ? ["hour" as const] : []),
    ...(entry.zone !== "" ? ["zone" as const] : []), ...(entry.themeWeight > 0 ? ["theme" as const] : []), "waits",
  ];
}
