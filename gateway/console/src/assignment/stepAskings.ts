import { AssignmentState, type Assignment } from "../generated/handhaving/dispatch/v1/assignment_pb";

/** What is noted or decided about a unit after something is asked, each with the letter of its command. */
export const stepAskings = [["clear", "c"], ["decline", "x"], ["withdraw", "i"], ["fail", "y"]] as const;

export type StepAsking = (typeof stepAskings)[number][0];

export const allSteps: readonly StepAsking[] = stepAskings.map(([what]) => what);

/** What can be asked about a unit as far as it is; nothing of one that is done. */
export function stepsIn({ state }: Pick<Assignment, "state">): readonly StepAsking[] {
  switch (state) {
    case AssignmentState.OFFERED:
      return ["decline", "withdraw"];
    case AssignmentState.ACCEPTED:
    case AssignmentState.EN_ROUTE:
    case AssignmentState.ON_SCENE:
      return ["clear", "withdraw", "fail"];
    case AssignmentState.UNSPECIFIED:
    case AssignmentState.CLEARED:
    case AssignmentState.DECLINED:
    case AssignmentState.EXPIRED:
    case AssignmentState.WITHDRAWN:
    case AssignmentState.FAILED:
    case AssignmentState.PREEMPTED:
      return [];
  }
}

export function stepLetter(what: StepAsking): string {
  return stepAskings.find(([one]) => one === what)?.[1] ?? "";
}
