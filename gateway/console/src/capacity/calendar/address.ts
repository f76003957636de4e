import { isDay, type Span } from "./period";

/** What the page is about, as it stands in its address. */
export interface Place {
  owner: string;
  /** Code of the function; empty = the first. */
  code: string;
  span: Span;
  /** A day of the period; empty = today. */
  day: string;
}

/** What an address asks for; what it does not say or says wrongly stays empty. */
export function placeOf(search: string): Place {
  const asked = new URLSearchParams(search);
  const day = asked.get("day") ?? "";
  return { owner: asked.get("of") ?? "", code: asked.get("function") ?? "", span: asked.get("span") === "month" ? "month" : "week", day: isDay(day) ? day : "" };
}

export function searchOf({ owner, code, span, day }: Place): string {
  return `?${new URLSearchParams({ of: owner, ...(code !== "" && { function: code }), span, ...(day !== "" && { day }) }).toString()}`;
}
