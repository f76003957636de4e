import { IncidentState, type Incident } from "../generated/handhaving/dispatch/v1/incident_pb";

/** What is done with an incident after something is asked about it, each with the letter of its command, in the order in which the buttons stand. */
export const askings = [
  ["answer", "w"], ["classify", "b"], ["cautions", "g"], ["note", "n"], ["move", "v"], ["priority", "p"], ["hold", "u"], ["ask", "r"], ["settle", "f"], ["cancel", "a"], ["reopen", "e"],
] as const;

export type Asking = (typeof askings)[number][0];

type Judged = Pick<Incident, "type" | "priority" | "location" | "locationUnknownReason">;

const open: readonly Asking[] = ["classify", "cautions", "note", "move", "priority", "settle", "cancel"];

const byState: Readonly<Record<IncidentState, readonly Asking[]>> = {
  [IncidentState.UNSPECIFIED]: ["note"],
  [IncidentState.RECEIVED]: [...open.filter((asking) => asking !== "cautions"), "ask"],
  [IncidentState.PENDING]: [...open, "hold", "ask"],
  [IncidentState.ASSIGNED]: open,
  [IncidentState.EN_ROUTE]: open,
  [IncidentState.ON_SCENE]: open,
  [IncidentState.SCHEDULED]: open,
  [IncidentState.ON_HOLD]: open,
  [IncidentState.AWAITING_REPORTER]: [...open, "answer"],
  [IncidentState.HANDLED]: ["note", "reopen"],
  [IncidentState.CLOSED]: ["note", "reopen"],
  [IncidentState.CANCELLED]: ["note"],
};

/** What can be asked about an incident in its state, in the order of the buttons; before it is judged, what a crew must know is said with that. */
export function askingsIn(incident: Pick<Incident, "state"> & Judged): readonly Asking[] {
  const { state } = incident;
  const allowed = state in byState ? byState[state] : byState[IncidentState.UNSPECIFIED];
  return askings.map(([asking]) => asking).filter((asking) => allowed.includes(asking) && (asking !== "cautions" || isJudged(incident)));
}

// What was set aside or asked about before it was judged lacks what a classification needs.
function isJudged({ type, priority, location, locationUnknownReason }: Judged): boolean {
  return type !== "" && priority > 0 && (location !== undefined || locationUnknownReason !== "");
}

/** Whether it was set aside and can be taken up again. */
export function isHeld(state: IncidentState): boolean {
  return state === IncidentState.ON_HOLD || state === IncidentState.AWAITING_REPORTER || state === IncidentState.SCHEDULED;
}

export function letterOf(asking: Asking): string {
  return askings.find(([one]) => one === asking)?.[1] ?? "";
}
