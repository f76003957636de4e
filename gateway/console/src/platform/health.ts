import type { Failure } from "../contracts/failure";

/** A part of a replica that may fail while it takes calls. */
export interface Part {
  name: string;
  status: "Healthy" | "Degraded" | "Unhealthy";
  text?: string | null;
  /** Numbers behind it: ages in seconds, how many wait. */
  data?: Readonly<Record<string, number>> | null;
}

export interface Replica {
  name: string;
  /** Takes calls. */
  ready: boolean;
  /** Told of its parts; else they are empty. */
  answered: boolean;
  parts: readonly Part[];
}

export interface Service {
  name: string;
  takesCalls: boolean;
  replicas: readonly Replica[];
}

export type HealthAnswer = { services: readonly Service[] } | { failure: Failure };

const limit = 8_000; // milliseconds

/** Asks the gateway how the services are. What it refuses it says in two lines, Dutch and English. */
export async function readHealth(token: string | undefined): Promise<HealthAnswer> {
  try {
    const answer = await fetch("/console/platform.json", { cache: "no-store", headers: token === undefined ? {} : { authorization: `Bearer ${token}` }, signal: AbortSignal.timeout(limit) });
    if (answer.ok) return (await answer.json()) as { services: readonly Service[] };
    const [dutch = "", english = ""] = (await answer.text()).split("\n");
    return { failure: failureOf(reasons[answer.status] ?? "UNKNOWN", dutch, english) };
  } catch {
    return { failure: failureOf("NO_ANSWER", "", "") };
  }
}

const reasons: Readonly<Record<number, string>> = { 401: "TOKEN_INVALID", 403: "PERMISSION_MISSING", 429: "RATE_LIMITED", 502: "NO_ANSWER", 503: "NO_ANSWER" };

function failureOf(reason: string, dutch: string, english: string): Failure {
  return { reason, dutch, english, metadata: {}, fields: [], traceId: "", inDoubt: reason === "NO_ANSWER" };
}
