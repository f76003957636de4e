import { isActive } from "../assignment/active";
import type { Board } from "../board/board";
import { DeskCallKind } from "../generated/handhaving/dispatch/v1/unit_pb";
import { groupOf } from "../queue/order";

export type AlarmKind = "urgent" | "speech" | "lost";

/** Something that a desk must have seen. */
export interface Alarm {
  /** The same for the same thing, on every window. */
  id: string;
  kind: AlarmKind;
  /** Name of the incident or unit that it is about; empty for the line. */
  about: string;
}

/** What a desk must see of a board: priority 1 that nobody works on yet, and crews that want to speak at once. */
export function alarmsOf(board: Board): Alarm[] {
  const urgent = [...board.incidents.values()].filter((incident) => incident.priority === 1 && groupOf(incident) === "waiting" && !incident.assignments.some(isActive));
  const speech = [...board.units.values()].flatMap((unit) => unit.calls.filter((call) => call.kind === DeskCallKind.SPEECH_URGENT).map((call) => ({ unit, call })));
  return [
    ...urgent.map(({ name, episode }): Alarm => ({ id: `urgent ${name} ${episode}`, kind: "urgent", about: name })),
    ...speech.map(({ unit, call }): Alarm => ({ id: `speech ${unit.name} ${String(call.callTime?.seconds ?? 0)}`, kind: "speech", about: unit.name })),
  ];
}
