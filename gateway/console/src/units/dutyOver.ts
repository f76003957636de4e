import { useMemo } from "react";
import { useFeedPart, usePlatformNow } from "../board/freshness";
import { UnitAvailability, type Unit } from "../generated/handhaving/dispatch/v1/unit_pb";
import { millisecondsOf } from "../time/timestamp";

/** Whether a unit that calls itself free is past the end of its duty: nobody signed it off, and it can be sent only by setting that aside. */
export function isDutyOver({ availability, dutyEndTime }: Unit, now: number): boolean {
  if (availability === UnitAvailability.DUTY_OVER) return true;
  const isFree = availability === UnitAvailability.AVAILABLE || availability === UnitAvailability.PATROLLING;
  return isFree && dutyEndTime !== undefined && millisecondsOf(dutyEndTime) <= now;
}

/** Names of such units on the board, by the platform's clock. */
export function useDutyOver(): ReadonlySet<string> {
  const units = useFeedPart((feed) => feed.board.units);
  const now = usePlatformNow();
  const names = [...units.values()].filter((unit) => isDutyOver(unit, now)).map(({ name }) => name).join("\n");
  return useMemo(() => new Set(names.split("\n")), [names]);
}
