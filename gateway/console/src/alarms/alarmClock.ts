import { isLive } from "../board/freshness";
import type { Feed } from "../board/feed";
import type { Line } from "../live/keptStream";
import { Store } from "../time/store";
import { alarmsOf, type Alarm, type AlarmKind } from "./alarms";

const again = 6_000; // milliseconds between two soundings of what nobody has seen
const ofLine: ReadonlyMap<Line["phase"], Alarm> = new Map([["lost", { id: "lost", kind: "lost", about: "" }], ["signInEnded", { id: "ended", kind: "ended", about: "" }]]);

/** Alarms that nobody has seen yet: they sound until somebody says so, on whichever window, once for all windows. */
export class AlarmClock extends Store<readonly Alarm[]> {
  private readonly seen = new Set<string>();
  private readonly channel = new BroadcastChannel("handhaving-alarms");
  private sounding: ReturnType<typeof setInterval> | undefined;

  /** @param subject who signed in: another person's window decides for itself. */
  constructor(private readonly feed: Feed, private readonly play: (kind: AlarmKind) => void, private readonly subject: string) {
    super([]);
  }

  start(): () => void {
    this.channel.onmessage = ({ data }: MessageEvent<{ subject: string; id: string }>) => {
      if (data.subject === this.subject) this.take([data.id]);
    };
    const unfollow = this.feed.follow(this.look);
    return () => {
      unfollow();
      clearInterval(this.sounding);
    };
  }

  acknowledge = (id: string): void => this.acknowledgeAll([id]);

  /** @param ids what stood on the screen of who says so: what comes in at that moment is not among it. */
  acknowledgeAll = (ids: readonly string[]): void => {
    for (const id of ids) this.channel.postMessage({ subject: this.subject, id });
    this.take(ids);
  };

  private take(ids: readonly string[]): void {
    for (const id of ids) this.seen.add(id);
    this.look();
  }

  private look = (): void => {
    const { board, line } = this.feed.state;
    const blind = ofLine.get(line.phase);
    const all = [...(blind ? [blind] : []), ...(board.complete ? alarmsOf(board) : [])];
    // A line that is back may be lost anew, and is told anew.
    if (isLive(this.feed.state)) for (const { id } of ofLine.values()) this.seen.delete(id);
    const unseen = all.filter((alarm) => !this.seen.has(alarm.id));
    if (unseen.map(({ id }) => id).join() === this.state.map(({ id }) => id).join()) return;
    const isNew = unseen.some(({ id }) => !this.state.some((known) => known.id === id));
    this.set(unseen);
    clearInterval(this.sounding);
    if (unseen.length === 0) return;
    if (isNew) this.play(unseen[0]?.kind ?? "lost");
    this.sounding = setInterval(() => this.play(this.state[0]?.kind ?? "lost"), again);
  };
}
