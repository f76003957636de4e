import { useSyncExternalStore } from "react";
import type { Hindrance } from "../acting/hindrance";
import { useDesk } from "../desk/desk";
import { useStore } from "../time/store";
import { useNow } from "../time/clock";
import type { FeedState } from "./feed";

/** Whether what is shown can be acted on: it came over a line that lives. */
export function isLive(state: FeedState): boolean {
  return state.line.phase === "live" && state.board.complete;
}

/** Why nothing can be done on what is shown; undefined when it can. */
export function hindranceOf(state: FeedState): Hindrance | undefined {
  if (state.line.phase === "signInEnded") return "signInEnded";
  return isLive(state) ? undefined : "offline";
}

/** Everything of the feed: for what shows how it is. A panel follows the part that it shows. */
export function useFeed(): FeedState {
  return useStore(useDesk().feed);
}

/** One part of the feed: drawn anew when that part changed, however often another does. */
export function useFeedPart<Part>(part: (state: FeedState) => Part): Part {
  const { feed } = useDesk();
  return useSyncExternalStore(feed.follow, () => part(feed.state));
}

/** The platform's time in milliseconds, anew each second. */
export function usePlatformNow(): number {
  const { feed } = useDesk();
  return useNow() + feed.state.skew;
}
