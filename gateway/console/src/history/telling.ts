import { ReportedBy } from "../generated/handhaving/dispatch/v1/assignment_pb";

// Milliseconds: what is noted within it is told at once.
const atOnce = 60_000;

export type ToldKey = "byDesk" | "byDeskLater" | "later";

/** Key of the words for how a step came in; undefined for the usual: its own crew, at once. */
export function toldKey(by: ReportedBy | undefined, at: number, recorded: number): ToldKey | undefined {
  const isLate = recorded - at > atOnce;
  if (by === ReportedBy.DESK) return isLate ? "byDeskLater" : "byDesk";
  return isLate ? "later" : undefined;
}
