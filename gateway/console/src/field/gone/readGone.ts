import type { Gone } from "./goneJobs";

/** Whether what a device kept is a job that went, and not what another version wrote. */
export function isGone(kept: unknown): kept is Gone {
  if (!isRecord(kept)) return false;
  const { assignment, number, reason, how, by, at, about } = kept;
  return [assignment, number, reason].every((text) => typeof text === "string") && [how, by, at].every((count) => Number.isFinite(count)) && (about === undefined || isAbout(about));
}

function isAbout(kept: unknown): boolean {
  return isRecord(kept) && typeof kept.type === "string" && ["string", "undefined"].includes(typeof kept.typeDisplayName) && Number.isFinite(kept.priority) && typeof kept.place === "string";
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
