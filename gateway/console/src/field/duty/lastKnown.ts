import { fromJsonString, toJsonString } from "@bufbuild/protobuf";
import { UnitNowSchema } from "../../generated/handhaving/dispatch/v1/board_service_pb";
import type { UnitFeed, UnitFeedState } from "./unitFeed";

type Known = Omit<UnitFeedState, "line">;

const key = "handhaving-field-now";

/** What this tab knew of the unit last, for a reload without a network. It goes with the tab, and at the end of the duty: it tells where somebody lives. */
export function lastKnown(unit: string): Known {
  try {
    const { now, lastMessageAt, skew } = JSON.parse(sessionStorage.getItem(key) ?? "{}") as { now: string; lastMessageAt: number; skew: number };
    const known = fromJsonString(UnitNowSchema, now);
    if (known.unit?.name === unit) return { now: known, lastMessageAt, skew };
  } catch {
    // Nothing that can be read: nothing is known.
  }
  return { now: undefined, lastMessageAt: 0, skew: 0 };
}

export function keepKnown(feed: UnitFeed): () => void {
  return feed.follow(() => {
    const { now, lastMessageAt, skew } = feed.state;
    if (now) sessionStorage.setItem(key, JSON.stringify({ now: toJsonString(UnitNowSchema, now), lastMessageAt, skew }));
  });
}

export function forgetKnown(): void {
  sessionStorage.removeItem(key);
}
