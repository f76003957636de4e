import { isDay } from "../../capacity/calendar/period";
import { dateOfDay } from "../../time/date";
import { hoursOf } from "../editing/activityDraft";

/** Hours of one organisation on one day, as the fields have them; empty hours stay as they are. */
export interface HoursDraft {
  day: string;
  organisation: string;
  planned: string;
  delivered: string;
}

export type HoursProblem = "day" | "planned" | "delivered" | "ahead" | "nothing";

const most = 10_000; // hours

/** What is still wrong; undefined when it can be sent. */
export function hoursProblem({ day, planned, delivered }: HoursDraft, today: string): HoursProblem | undefined {
  if (!isDay(day)) return "day";
  if (planned !== "" && !(hoursOf(planned) <= most)) return "planned";
  if (delivered !== "" && !(hoursOf(delivered) <= most)) return "delivered";
  if (delivered !== "" && hoursOf(delivered) > 0 && day > today) return "ahead";
  return planned === "" && delivered === "" ? "nothing" : undefined;
}

/** What the contract takes. */
export function hoursSent({ day, organisation, planned, delivered }: HoursDraft) {
  return { day: dateOfDay(day), organisation, ...(planned !== "" && { plannedHours: hoursOf(planned) }), ...(delivered !== "" && { deliveredHours: hoursOf(delivered) }) };
}
