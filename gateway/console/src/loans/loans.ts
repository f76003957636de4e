import { isActive } from "../assignment/active";
import type { Board } from "../board/board";
import type { Assignment } from "../generated/handhaving/dispatch/v1/assignment_pb";
import type { Incident } from "../generated/handhaving/dispatch/v1/incident_pb";
import { LoanState, type Loan } from "../generated/handhaving/dispatch/v1/loan_pb";
import { millisecondsOf } from "../time/timestamp";

/** A unit of another team on an incident of this board. */
export interface Borrowed {
  incident: Incident;
  assignment: Assignment;
}

/** Own units that work for others now, the latest first. */
export function lentOn(board: Pick<Board, "loans">): Loan[] {
  return [...board.loans.values()].filter((loan) => loan.state === LoanState.ACTIVE).sort((one, other) => since(other) - since(one));
}

/** Units of others that work here now. */
export function borrowedOn(board: Pick<Board, "incidents">): Borrowed[] {
  return [...board.incidents.values()].flatMap((incident) => incident.assignments.filter((assignment) => assignment.lender !== "" && isActive(assignment)).map((assignment) => ({ incident, assignment })));
}

function since(loan: Loan): number {
  return loan.borrowTime ? millisecondsOf(loan.borrowTime) : 0;
}
