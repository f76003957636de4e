/** Milliseconds as `m:ss`, or `h:mm:ss` from an hour on; negative counts as 0. */
export function minutesAndSeconds(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const two = (value: number) => String(value).padStart(2, "0");
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

const clock = new Intl.DateTimeFormat("nl-NL", { timeZone: "Europe/Amsterdam", hour: "2-digit", minute: "2-digit", second: "2-digit" });
const day = new Intl.DateTimeFormat("nl-NL", { timeZone: "Europe/Amsterdam", day: "numeric", month: "short" });

/** Time of day in the Netherlands, whatever the machine is set to: `02:14:09`. */
export function timeOfDay(milliseconds: number): string {
  return clock.format(milliseconds);
}

/** `02:14:09`, with the day before it when that is not today. */
export function moment(milliseconds: number, now: number): string {
  const isToday = day.format(milliseconds) === day.format(now);
  return isToday ? timeOfDay(milliseconds) : `${day.format(milliseconds)} ${timeOfDay(milliseconds)}`;
}

const calendar = new Intl.DateTimeFormat("nl-NL", { timeZone: "Europe/Amsterdam", year: "numeric", month: "short", day: "numeric" });

/** `7 feb 2027 02:14:09`, also when that is today. */
export function fullMoment(milliseconds: number): string {
  return `${calendar.format(milliseconds)} ${timeOfDay(milliseconds)}`;
}

const wall = new Intl.DateTimeFormat("nl-NL", { timeZone: "Europe/Amsterdam", hour: "2-digit", minute: "2-digit" });

/** `7 feb 2027 02:14`. */
export function fullMinute(milliseconds: number): string {
  return `${calendar.format(milliseconds)} ${wall.format(milliseconds)}`;
}

const minute = 60_000;

/**
 * The last moment at which Dutch clocks showed this; of an hour that came twice, the later one.
 * @param clockTime `hh:mm`.
 * @param now milliseconds since 1970.
 * @returns undefined when it is no time of day, or no clock showed it within the last day.
 */
export function lastTimeOf(clockTime: string, now: number): number | undefined {
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(clockTime)) return undefined;
  const current = Math.floor(now / minute) * minute;
  for (let back = 0; back <= 25 * 60; back++) {
    const at = current - back * minute;
    if (wall.format(at) === clockTime) return at;
  }
  return undefined;
}

const full = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Amsterdam", year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit" });

/** A moment as Dutch clocks and calendars show it, in the form of a date field: `2027-02-07T02:14`. */
export function dateFieldOf(milliseconds: number): string {
  return full.format(milliseconds).replace(" ", "T");
}

/**
 * The moment at which Dutch clocks and calendars show what stands in a date field; of an hour that comes twice, the earlier one.
 * @returns milliseconds since 1970; undefined when it is empty or no clock ever shows it.
 */
export function momentOfField(value: string): number | undefined {
  const asUtc = Date.parse(`${value}Z`);
  if (Number.isNaN(asUtc)) return undefined;
  return [2, 1].map((hoursAhead) => asUtc - hoursAhead * 60 * minute).find((at) => dateFieldOf(at) === value);
}
