import { DecisionState, TriangleRole, type Decision, type TriangleVote } from "../../generated/handhaving/capacity/v1/triangle_pb";
import { ownerOf } from "../../contracts/names";
import { ownersOf } from "../../session/owners";
import type { Person } from "../../session/person";

const rolesOf: Readonly<Record<string, TriangleRole>> = { mayor: TriangleRole.MAYOR, prosecutor: TriangleRole.PROSECUTOR, "police-chief": TriangleRole.POLICE_CHIEF };
const preparing = ["planner", "police-chief", "mayor"];

/** Roles in which somebody has a vote about a decision; of a mayor of the team's municipalities the platform knows it, and this page offers it. */
export function seatsOf(person: Person, decision: Decision): TriangleRole[] {
  const own = ownersOf(person);
  const has = ({ role, owner }: TriangleVote) => own.includes(owner) || (role === TriangleRole.MAYOR && owner.startsWith("teams/"));
  return person.roles.flatMap((role) => rolesOf[role] ?? []).filter((role) => decision.votes.some((vote) => vote.role === role && has(vote)));
}

/** Whether somebody may propose, put on the agenda and withdraw what an owner decides. */
export function mayPrepare(person: Person, name: string): boolean {
  return ownersOf(person).includes(ownerOf(name)) && preparing.some((role) => person.roles.includes(role));
}

/** Whether a decision can still change. */
export function isPending({ state }: Decision): boolean {
  return state === DecisionState.DRAFT || state === DecisionState.ON_AGENDA;
}
