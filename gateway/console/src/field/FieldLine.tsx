import { LineBar } from "../live/LineBar";
import { useStore } from "../time/store";
import type { UnitFeed } from "./duty/unitFeed";

/** How old is what the page shows, and since when nothing comes. */
export function FieldLine({ feed }: { feed: UnitFeed }) {
  const { line, lastMessageAt } = useStore(feed);
  return <LineBar line={line} lastMessageAt={lastMessageAt} isComing={false} retry={feed.retry} isSpoken className="key" />;
}
