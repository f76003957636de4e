import nl from "../../words/nl/pages/audit.json";

export type Verb = Exclude<keyof typeof nl.verb, "other">;

/** Verbs of the log, as the contract has them: the six of the law and the four that the platform writes itself. */
export const verbs: readonly Verb[] = ["COLLECT", "CHANGE", "CONSULT", "DISCLOSE", "COMBINE", "DESTROY", "LOGIN", "DENY", "CONFIG", "EXPORT"];

/** Key of the words for a verb; of one that is not known here the general word. */
export function verbKey(action: string): keyof typeof nl.verb {
  return action in nl.verb ? (action as Verb) : "other";
}

export type ProblemKey = keyof typeof nl.chain.problem;

/** Key of the words for what is wrong in a chain. */
export function problemKey(problem: string): ProblemKey {
  return problem in nl.chain.problem ? (problem as ProblemKey) : "other";
}

/** The last part of an rpc's or a job's name. */
export function shortOperation(operation: string): string {
  return operation.split("/").at(-1) ?? operation;
}
