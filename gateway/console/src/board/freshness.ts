import { useDesk } from "../desk/desk";
import { useStore } from "../time/store";
import { useNow } from "../time/clock";
import type { FeedState } from "./feed";

/** Whether what is shown can be acted on: it came over a line that lives. */
export function isLive(state: FeedState): boolean {
  return state.line.phase === "live" && state.board.complete;
}

export function useFeed(): FeedState {
  return useStore(useDesk().feed);
}

/** The platform's time in milliseconds, anew each second. */
export function usePlatformNow(): number {
  const now = useNow();
  return now + useFeed().skew;
}
