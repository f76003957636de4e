import type { MessageInitShape } from "@bufbuild/protobuf";
import { UnservedChoice, type UnservedDecisionSchema } from "../../generated/handhaving/capacity/v1/roster_pb";
import { dateOfDay } from "../../time/date";

/** Work that has too few people. */
export interface OpenTask {
  /** `2027-03-22`. */
  day: string;
  code: string;
  /** People. */
  missing: number;
}

/** What somebody chooses for it, and why. */
export interface Chosen {
  choice: UnservedChoice;
  reason: string;
}

export type Decision = MessageInitShape<typeof UnservedDecisionSchema>;

export const keyOf = ({ day, code }: OpenTask): string => `${day} ${code}`;

/** Work that a refusal names as undecided, as `vroeg 2027-03-22 (1), laat 2027-03-23 (2)`; of much work the platform names the first. */
export function tasksNamed(tasks: string): OpenTask[] {
  return [...tasks.matchAll(/([A-Za-z0-9-]+) (\d{4}-\d{2}-\d{2}) \((\d+)\)/g)].map(([, code = "", day = "", missing]) => ({ day, code, missing: Number(missing) }));
}

/** Of work for which a choice and a reason were given. */
export function decisionsOf(tasks: readonly OpenTask[], chosen: ReadonlyMap<string, Chosen>): Decision[] {
  return tasks.flatMap((task) => {
    const { choice, reason } = chosen.get(keyOf(task)) ?? { choice: UnservedChoice.UNSPECIFIED, reason: "" };
    return choice === UnservedChoice.UNSPECIFIED || reason.trim() === "" ? [] : [{ day: dateOfDay(task.day), code: task.code, choice, reason: reason.trim() }];
  });
}
