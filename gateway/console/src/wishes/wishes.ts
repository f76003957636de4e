import type { Client } from "@connectrpc/connect";
import { addDays } from "../capacity/calendar/period";
import { readAll } from "../contracts/readAll";
import { WishKind, type RosterService, type ShiftWish } from "../generated/handhaving/capacity/v1/roster_service_pb";
import { dateOfDay, dayOfDate } from "../time/date";

/** What somebody would like of a day: to be free, this shift, or not this shift. */
export type Liking = "free" | "wanted" | "unwanted";

export const likings = ["free", "wanted", "unwanted"] as const;

export const likingOf = ({ kind, code }: Pick<ShiftWish, "kind" | "code">): Liking => (kind === WishKind.WANTED ? "wanted" : code === "" ? "free" : "unwanted");

/** A wish as the fields have it, for each of some days. */
export interface WishDraft {
  from: string;
  to: string;
  liking: Liking;
  /** Code of a shift; not asked of who would be free. */
  code: string;
}

export type WishProblem = "days" | "past" | "far" | "code";

/** Days that are shown and can be filled, today among them. */
export const reach = 92;

/** What is still wrong; undefined when it can be sent. */
export function problemOf({ from, to, liking, code }: WishDraft, today: string): WishProblem | undefined {
  if (from === "" || to === "" || to < from) return "days";
  if (from < today) return "past";
  if (to > addDays(today, reach - 1)) return "far";
  return liking === "free" || /^[A-Za-z0-9-]{1,40}$/.test(code) ? undefined : "code";
}

/** All wishes over the days of a draft as they would be with it: what was said of the same shift of a day before is said anew. */
export function wishesWith(known: readonly ShiftWish[], officer: string, { from, to, liking, code }: WishDraft) {
  const said = liking === "free" ? "" : code;
  const kind = liking === "wanted" ? WishKind.WANTED : WishKind.UNWANTED;
  const kept = known.filter((wish) => isWithin(wish, from, to) && wish.code !== said).map((wish) => ({ officer, day: dateOfDay(dayOfDate(wish.day)), code: wish.code, kind: wish.kind }));
  return [...daysFrom(from, to).map((day) => ({ officer, day: dateOfDay(day), code: said, kind })), ...kept];
}

/** What is left of the wishes of a day without this one. */
export const wishesWithout = (known: readonly ShiftWish[], gone: ShiftWish) =>
  known.filter((wish) => wish !== gone && dayOfDate(wish.day) === dayOfDate(gone.day)).map(({ officer, day, code, kind }) => ({ officer, day: dateOfDay(dayOfDate(day)), code, kind }));

const rows = 500;

/** Wishes over some days, by day. @param officer whose; empty = of all people of the owner. */
export function readWishes(client: Pick<Client<typeof RosterService>, "listShiftWishes">, parent: string, first: string, last: string, officer: string): Promise<ShiftWish[]> {
  return readAll(async (pageToken) => {
    const { wishes, nextPageToken } = await client.listShiftWishes({ parent, firstDay: dateOfDay(first), lastDay: dateOfDay(last), officer, pageSize: rows, pageToken });
    return { rows: wishes, nextPageToken };
  });
}

const isWithin = ({ day }: ShiftWish, from: string, to: string): boolean => dayOfDate(day) >= from && dayOfDate(day) <= to;

function daysFrom(from: string, to: string): string[] {
  const days: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}
