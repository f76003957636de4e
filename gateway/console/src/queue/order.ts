import { IncidentSignal, IncidentState, type Incident } from "../generated/handhaving/dispatch/v1/incident_pb";
import { AssignmentState } from "../generated/handhaving/dispatch/v1/assignment_pb";
import { millisecondsOf } from "../time/timestamp";

export type Group = "waiting" | "running" | "aside" | "handled";

export const groups: readonly Group[] = ["waiting", "running", "aside", "handled"];

/** In which part of the queue an incident stands: what a desk must act on comes first. */
export function groupOf(incident: Incident): Group {
  switch (incident.state) {
    case IncidentState.ASSIGNED:
    case IncidentState.EN_ROUTE:
    case IncidentState.ON_SCENE:
      return "running";
    case IncidentState.ON_HOLD:
    case IncidentState.AWAITING_REPORTER:
    case IncidentState.SCHEDULED:
      return "aside";
    case IncidentState.HANDLED:
    case IncidentState.CLOSED:
    case IncidentState.CANCELLED:
      return "handled";
    case IncidentState.RECEIVED:
    case IncidentState.PENDING:
    case IncidentState.UNSPECIFIED:
      return "waiting";
  }
}

/** A unit was offered the incident and has not answered. */
export function isOffered(incident: Incident): boolean {
  return incident.assignments.some((assignment) => assignment.state === AssignmentState.OFFERED);
}

/** Since when it stands there, in milliseconds: for a waiting one since it waits, the waiting before that counted in. */
export function since(incident: Incident): number {
  if (incident.state === IncidentState.HANDLED && incident.handleTime) return millisecondsOf(incident.handleTime);
  if (incident.pendingTime) return millisecondsOf(incident.pendingTime) - Number(incident.waitedSeconds) * 1000;
  const from = incident.createTime ?? incident.reportTime;
  return from ? millisecondsOf(from) : 0;
}

/** By what a desk has to look at, priority (not yet classified = before the lowest), and who waits longest. */
export function inOrder(incidents: Iterable<Incident>): Incident[] {
  return [...incidents].sort(
    (one, other) => Number(isSignalled(other)) - Number(isSignalled(one)) || urgency(one) - urgency(other) || since(one) - since(other) || one.name.localeCompare(other.name),
  );
}

export function isSignalled(incident: Incident): boolean {
  return incident.signals.some((signal) => signal !== IncidentSignal.UNSPECIFIED);
}

function urgency(incident: Incident): number {
  return incident.priority === 0 ? 2.5 : incident.priority;
}

/** Words that are looked for, each in one of the texts; case and accents do not count. */
export function matches(words: string, texts: readonly string[]): boolean {
  const all = plain(texts.join("\n"));
  return plain(words).split(/\s+/).every((word) => all.includes(word));
}

export function plain(text: string): string {
  return text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase().trim();
}
