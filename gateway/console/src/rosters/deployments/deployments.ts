import type { DeploymentCover, RosterShift } from "../../generated/handhaving/capacity/v1/roster_pb";

/** The most people that a promise misses at one time. */
export const missingOf = ({ gaps }: Pick<DeploymentCover, "gaps">): number => Math.max(0, ...gaps.map(({ missing }) => missing));

/** Shifts that serve a promise. */
export const takersOf = (shifts: readonly RosterShift[], { deployment }: Pick<DeploymentCover, "deployment">): RosterShift[] => shifts.filter((shift) => shift.deployment === deployment);

/** Promises that a shift in a function may serve; the one that it serves already stays to be chosen. */
export const choicesOf = (covers: readonly DeploymentCover[], code: string, chosen: string): DeploymentCover[] =>
  covers.filter((cover) => cover.deployment === chosen || (cover.promisedCount > 0 && cover.function === code));
