import { millisecondsOf } from "../../time/timestamp";
import type { Unit } from "../../generated/handhaving/dispatch/v1/unit_pb";

const key = "handhaving-field-position-off";

// A duty is one unit from when it signed on: the next one begins with sharing again.
const dutyOf = ({ name, signOnTime }: Pick<Unit, "name" | "signOnTime">) => `${name} ${signOnTime ? millisecondsOf(signOnTime) : 0}`;

/** Whether the crew switched sharing off in this duty, on this device. */
export function isSwitchedOff(unit: Pick<Unit, "name" | "signOnTime">): boolean {
  return localStorage.getItem(key) === dutyOf(unit);
}

export function keepSwitch(unit: Pick<Unit, "name" | "signOnTime">, isOff: boolean): void {
  if (isOff) localStorage.setItem(key, dutyOf(unit));
  else localStorage.removeItem(key);
}
