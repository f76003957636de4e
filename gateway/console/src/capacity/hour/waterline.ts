import { momentOfField } from "../../time/words";

/** What is filled in for a new waterline, as the fields have it. */
export interface WaterlineDraft {
  from: string;
  to: string;
  minimum: string;
}

export type WaterlineProblem = "from" | "to" | "order" | "long" | "minimum";

const longest = 92 * 86_400_000; // milliseconds
const most = 10_000; // people

/** What is still wrong with it; undefined when it can be sent. */
export function problemOf({ from, to, minimum }: WaterlineDraft): WaterlineProblem | undefined {
  const [start, end] = [momentOfField(from), momentOfField(to)];
  if (start === undefined) return "from";
  if (end === undefined) return "to";
  if (end <= start) return "order";
  if (end - start > longest) return "long";
  return /^\d{1,5}$/.test(minimum) && Number(minimum) <= most ? undefined : "minimum";
}

/** Raised at once, or lowered by a decision. */
export type WaterlineWay = "raise" | "lower";

/** What the platform answers to a change that only a decision may make. */
export const loweringReasons: readonly string[] = ["WATERLINE_LOWERED_BY_DECISION"];

export function waysFor({ changeWaterline, proposeWaterline }: { changeWaterline: boolean; proposeWaterline: boolean }): WaterlineWay[] {
  return [...(changeWaterline ? ["raise" as const] : []), ...(proposeWaterline ? ["lower" as const] : [])];
}
