import { AssignmentState, type Assignment } from "../../generated/handhaving/dispatch/v1/assignment_pb";
import type { UnitNow } from "../../generated/handhaving/dispatch/v1/board_service_pb";
import type { Incident } from "../../generated/handhaving/dispatch/v1/incident_pb";
import type { OutboxState } from "../unsent/outbox";
import { millisecondsOf } from "../../time/timestamp";
import { stateAfter, type Step, type Unsent } from "../unsent/step";

/** What a unit is sent to, and how far it is. */
export interface Job {
  incident: Incident;
  assignment: Assignment;
  /** How far it is by what the crew told, also where the platform does not know that yet. */
  state: AssignmentState;
  /** When its last step was taken, in milliseconds since 1970: what is told of a later step lies not before that. */
  lastStepAt: number;
  /** Whether nobody told that the unit was on its way while it is further than that. */
  isEnRouteMissing: boolean;
}

export function jobOf(now: UnitNow | undefined, { unsent, sent }: Pick<OutboxState, "unsent" | "sent">): Job | undefined {
  const incident = now?.incident;
  const assignment = incident?.assignments.find(({ name }) => name === now?.unit?.assignment);
  if (!incident || !assignment) return undefined;
  const told = [...sent, ...unsent].filter((one) => !one.refusal && isAbout(one.step, assignment.name));
  const state = told.reduce((before, one) => further(before, one), assignment.state);
  return { incident, assignment, state, lastStepAt: Math.max(...timesOf(assignment), ...told.map(({ at }) => at)), isEnRouteMissing: state === AssignmentState.ON_SCENE && !assignment.enRouteTime && !told.some(({ step }) => step.kind === "enRoute") };
}

/** Whether a state is one in which the crew has nothing more to do. */
export function isOver(state: AssignmentState): boolean {
  return state > AssignmentState.ON_SCENE;
}

/** Whether this phone told that an assignment ended. */
export function isEndedBy({ unsent, sent }: Pick<OutboxState, "unsent" | "sent">, assignment: string): boolean {
  return [...sent, ...unsent].some(({ step, refusal }) => !refusal && isAbout(step, assignment) && isOver(stateAfter(step) ?? AssignmentState.UNSPECIFIED));
}

function isAbout(step: Step, assignment: string): boolean {
  return step.kind !== "note" && step.assignment === assignment;
}

function timesOf({ offerTime, acceptTime, enRouteTime, onSceneTime }: Assignment): number[] {
  return [0, ...[offerTime, acceptTime, enRouteTime, onSceneTime].flatMap((time) => (time ? [millisecondsOf(time)] : []))];
}

// States of an assignment that goes on rise with its steps, and all that end it are higher.
function further(state: AssignmentState, { step }: Unsent): AssignmentState {
  const after = stateAfter(step);
  return after !== undefined && after > state ? after : state;
}
