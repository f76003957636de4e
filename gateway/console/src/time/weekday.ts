const monday = Date.UTC(2024, 0, 1);
const dayLength = 86_400_000; // milliseconds

/** `ma`, of 0 = Monday. */
export function sayWeekday(day: number, language: string): string {
  return new Intl.DateTimeFormat(language === "nl" ? "nl-NL" : "en-GB", { timeZone: "UTC", weekday: "short" }).format(monday + day * dayLength);
}
