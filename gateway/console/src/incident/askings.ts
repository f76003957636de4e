import { IncidentState, type Incident } from "../generated/handhaving/dispatch/v1/incident_pb";

/** What is done with an incident after something is asked about it, each with the letter of its command, in the order in which the buttons stand. */
export const askings = [
  ["answer", "w"], ["classify", "b"], ["cautions", "g"], ["note", "n"], ["move", "v"], ["priority", "p"], ["hold", "u"], ["ask", "r"], ["settle", "f"], ["cancel", "a"], ["reopen", "e"],
] as const;

export type Asking = (typeof askings)[number][0];

const open: readonly Asking[] = ["classify", "cautions", "note", "move", "priority", "settle", "cancel"];

const byState: Readonly<Record<IncidentState, readonly Asking[]>> = {
  [IncidentState.UNSPECIFIED]: ["note"],
  [IncidentState.RECEIVED]: [...open, "ask"],
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
export function askingsIn({ state, type }: Pick<Incident, "state" | "type">): readonly Asking[] {
  const allowed = state in byState ? byState[state] : byState[IncidentState.UNSPECIFIED];
  return askings.map(([asking]) => asking).filter((asking) => allowed.includes(asking) && (asking !== "cautions" || type !== ""));
}

/** Whether it was set aside and can be taken up again. */
export function isHeld(state: IncidentState): boolean {
  return state === IncidentState.ON_HOLD || state === IncidentState.AWAITING_REPORTER || state === IncidentState.SCHEDULED;
}

export function letterOf(asking: Asking): string {
  return askings.find(([one]) => one === asking)?.[1] ?? "";
}
