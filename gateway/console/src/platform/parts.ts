import nl from "../words/nl/pages/platform.json";
import type { Part, Replica } from "./health";

export type PartKey = keyof typeof nl.part;

/** Key of the words for a part; of one that is not known here the general word. */
export function partKey(name: string): PartKey {
  return name in nl.part ? (name as PartKey) : name.startsWith("masstransit") ? "broker" : "other";
}

export type ReplicaState = "well" | "degraded" | "away" | "silent";

/** How a replica is, in one word. */
export function stateOf({ ready, answered, parts }: Replica): ReplicaState {
  if (!ready) return "away";
  if (!answered) return "silent";
  return parts.some((part) => part.status !== "Healthy") ? "degraded" : "well";
}

/** How many messages wait in each queue, where somebody counted. */
export function queuesOf(parts: readonly Part[]): [string, number][] {
  return Object.entries(parts.find((part) => part.name === "consumers")?.data ?? {}).sort(([one], [other]) => one.localeCompare(other));
}

/** A number of a part, for example how long its oldest message waits. */
export function figureOf(parts: readonly Part[], part: string, figure: string): number | undefined {
  return parts.find(({ name }) => name === part)?.data?.[figure];
}

/** The longest silence of the canary in seconds; undefined when none flies. */
export function canarySilence(parts: readonly Part[]): number | undefined {
  const silences = Object.values(parts.find(({ name }) => name === "canary")?.data ?? {});
  return silences.length === 0 ? undefined : Math.max(...silences);
}
