import type { Timestamp } from "@bufbuild/protobuf/wkt";
import type { FeedState } from "../board/feed";
import type { Incident } from "../generated/handhaving/dispatch/v1/incident_pb";
import type { Store } from "../time/store";
import { millisecondsOf } from "../time/timestamp";

const longest = 2_000; // milliseconds; then the stream tells it later

/** Waits until the board shows what an act made of an incident, so that nobody acts on the picture of before it. */
export function onBoard(feed: Store<FeedState>): (answer: unknown) => Promise<void> | undefined {
  return (answer) => {
    const { incident } = (answer ?? {}) as { incident?: Incident };
    if (!incident || isShown(incident, feed.state)) return undefined;
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        unfollow();
        resolve();
      };
      const timer = setTimeout(done, longest);
      const unfollow = feed.follow(() => {
        if (isShown(incident, feed.state)) done();
      });
    });
  };
}

// What is not on the board, or is there no longer, is shown by it no more; what changed once more meanwhile is newer.
function isShown({ name, etag, updateTime }: Incident, { board }: FeedState): boolean {
  const shown = board.incidents.get(name);
  return shown === undefined || shown.etag === etag || momentOf(shown.updateTime) > momentOf(updateTime);
}

const momentOf = (time: Timestamp | undefined) => (time ? millisecondsOf(time) : 0);
