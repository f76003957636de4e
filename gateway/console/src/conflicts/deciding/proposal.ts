import { OptionKind } from "../../generated/handhaving/capacity/v1/triangle_pb";
import { momentOfField } from "../../time/words";

/** What is filled in for a proposal, as the fields have it. */
export interface ProposalDraft {
  kind: OptionKind;
  from: string;
  to: string;
  /** ASSISTANCE: the regional team. */
  team: string;
}

export type ProposalProblem = "from" | "to" | "order" | "long" | "past" | "team";

const longest = 366 * 86_400_000; // milliseconds

/**
 * What is still wrong with it; undefined when it can be sent.
 * @param now milliseconds since 1970.
 */
export function problemOf({ kind, from, to, team }: ProposalDraft, now: number): ProposalProblem | undefined {
  const [start, end] = [momentOfField(from), momentOfField(to)];
  if (start === undefined) return "from";
  if (end === undefined) return "to";
  if (end <= start) return "order";
  if (end - start > longest) return "long";
  if (end <= now) return "past";
  return kind === OptionKind.ASSISTANCE && team.trim() === "" ? "team" : undefined;
}
