import { isActive } from "../assignment/active";
import type { Board } from "../board/board";
import { DeskCallKind } from "../generated/handhaving/dispatch/v1/unit_pb";
import { AssignmentState, type Assignment } from "../generated/handhaving/dispatch/v1/assignment_pb";
import type { Incident } from "../generated/handhaving/dispatch/v1/incident_pb";
import { groupOf } from "../queue/order";
import { millisecondsOf } from "../time/timestamp";

/** Ended: the sign-in, and with it all news. */
export type AlarmKind = "urgent" | "speech" | "lost" | "ended";

/** Something that a desk must have seen. */
export interface Alarm {
  /** The same for the same thing, on every window. */
  id: string;
  kind: AlarmKind;
  /** Name of the incident or unit that it is about; empty for the line. */
  about: string;
}

const most = 3;

/** The alarms that a screen has room for: of each kind the first, then those that came first; in the order in which all are. */
export function shownOf(alarms: readonly Alarm[]): readonly Alarm[] {
  const firsts = alarms.filter((alarm, index) => alarms.findIndex(({ kind }) => kind === alarm.kind) === index);
  const shown = new Set([...new Set([...firsts, ...alarms])].slice(0, most));
  return alarms.filter((alarm) => shown.has(alarm));
}

/** What a desk must see of a board: priority 1 that nobody works on yet, and crews that want to speak at once. */
export function alarmsOf(board: Board): Alarm[] {
  const urgent = [...board.incidents.values()]
    .filter((incident) => incident.priority === 1 && groupOf(incident) === "waiting" && !incident.assignments.some(isActive))
    .sort((one, other) => reportedAt(one) - reportedAt(other));
  const speech = [...board.units.values()].flatMap((unit) => unit.calls.filter((call) => call.kind === DeskCallKind.SPEECH_URGENT).map((call) => ({ unit, call })));
  return [
    ...urgent.map(({ name, episode, assignments }): Alarm => ({ id: `urgent ${name} ${episode} ${assignments.filter(isUnanswered).length}`, kind: "urgent", about: name })),
    ...speech.map(({ unit, call }): Alarm => ({ id: `speech ${unit.name} ${String(call.callTime?.seconds ?? 0)}`, kind: "speech", about: unit.name })),
  ];
}

// It waits anew when nobody answered its offer, or said no: whoever had seen it thought that it was on its way.
const isUnanswered = ({ state }: Assignment): boolean => state === AssignmentState.EXPIRED || state === AssignmentState.DECLINED;

// The one that waits longest stands first.
function reportedAt({ reportTime, createTime }: Incident): number {
  const at = reportTime ?? createTime;
  return at ? millisecondsOf(at) : 0;
}
