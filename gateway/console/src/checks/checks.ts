import type { Timestamp } from "@bufbuild/protobuf/wkt";
import { CheckStance, CheckState, type JointCheck } from "../generated/handhaving/capacity/v1/joint_check_pb";
import { millisecondsOf } from "../time/timestamp";

/** Where a check stands in time. */
export type CheckMoment = "ahead" | "running" | "over" | "cancelled";

export function momentOf({ startTime, endTime, state }: JointCheck, now: number): CheckMoment {
  if (state === CheckState.CANCELLED) return "cancelled";
  if (startTime && now < millisecondsOf(startTime)) return "ahead";
  return endTime && now >= millisecondsOf(endTime) ? "over" : "running";
}

/** Ids of the units that an organisation sends. */
export const unitsOf = (units: readonly string[], participant: string): string[] => units.filter((unit) => unit.startsWith(`${participant}/units/`)).map((unit) => unit.split("/").at(-1) ?? unit);

/** Resource names of municipalities (codes) and teams (ids) of which the name is known, by their name. */
export function organisationsOf(names: ReadonlyMap<string, string>): string[] {
  return [...names].toSorted(([, one], [, other]) => one.localeCompare(other, "nl")).map(([id]) => (/^\d{4}$/.test(id) ? `municipalities/${id}` : `teams/${id}`));
}

/** Who planned a check: its name is under that organisation. */
export const plannerOf = ({ name }: JointCheck): string => name.split("/", 2).join("/");

/** What an organisation said of a check, or that it is still asked. */
export interface ParticipantAnswer {
  participant: string;
  stance: "plans" | "agrees" | "declines" | "asked";
  /** Ids of the units that come, or that are asked for. */
  units: readonly string[];
  reason: string;
  /** Who answered; empty while nobody did. */
  by: string;
  at: Timestamp | undefined;
}

/** The organisations of a check with what each said, the one that planned it first. */
export function answersOf(check: JointCheck): ParticipantAnswer[] {
  const planner = plannerOf(check);
  return check.participants.toSorted((one, other) => Number(other === planner) - Number(one === planner)).map((participant) => {
    const answer = check.answers.find((one) => one.participant === participant);
    const stance = participant === planner ? "plans" : answer?.answer === CheckStance.DECLINES ? "declines" : answer ? "agrees" : "asked";
    return { participant, stance, units: unitsOf(answer && answer.units.length > 0 ? answer.units : check.units, participant), reason: answer?.reason ?? "", by: answer?.answeredBy ?? "", at: answer?.answerTime };
  });
}
