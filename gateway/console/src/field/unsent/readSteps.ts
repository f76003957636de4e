import type { Step, Unsent } from "./step";

const fieldsOf: Readonly<Record<Step["kind"], readonly string[]>> = {
  enRoute: ["assignment"], onScene: ["assignment"], clear: ["assignment", "disposition"], fail: ["assignment", "reason"], note: ["incident", "text"],
};

/**
 * What a device kept, sorted into steps and what this version cannot read: broken off while it was written, or of a later version.
 * @param text as it was kept; null = nothing.
 */
export function readSteps(text: string | null): { steps: readonly Unsent[]; unreadable: readonly unknown[] } {
  const kept = listIn(text);
  return { steps: kept.filter(isUnsent), unreadable: kept.filter((one) => !isUnsent(one)) };
}

function listIn(text: string | null): readonly unknown[] {
  try {
    const kept: unknown = JSON.parse(text ?? "[]");
    return Array.isArray(kept) ? kept : [kept];
  } catch {
    return [text];
  }
}

function isUnsent(kept: unknown): kept is Unsent {
  if (!isRecord(kept) || !isRecord(kept.step)) return false;
  const { requestId, at, about, step, refusal } = kept;
  const { kind } = step;
  if (typeof requestId !== "string" || !Number.isFinite(at) || typeof about !== "string" || typeof kind !== "string" || !Object.hasOwn(fieldsOf, kind)) return false;
  if (refusal !== undefined && (!isRecord(refusal) || typeof refusal.reason !== "string" || typeof refusal.dutch !== "string" || typeof refusal.english !== "string")) return false;
  return fieldsOf[kind as Step["kind"]].every((field) => typeof step[field] === "string");
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
