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
