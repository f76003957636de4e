import { toBinary } from "@bufbuild/protobuf";
import { transportTo } from "../../contracts/transport";
import { WatchBoardResponseSchema } from "../../generated/handhaving/dispatch/v1/board_service_pb";
import { whenSignedOut } from "../../session/channel";
import { streamOf } from "../stream";
import { Hub, type Follower } from "./hub";
import { liveAs, whenOver } from "./life";
import { toldOf, type Asked, type Told } from "./telling";

/** A board as one person may see it, with the token of whichever window asked last. */
interface Shared {
  hub: Hub;
  accessToken: string;
}

const forgetAfter = 60_000; // milliseconds without a window: long enough to find a lost line again, not to keep what nobody looks at
const boards = new Map<string, Shared>();
const life = `handhaving-worker-${crypto.randomUUID()}`;
const lives = liveAs(life);

(self as unknown as { onconnect: (event: MessageEvent) => void }).onconnect = ({ ports: [port] }) => {
  if (port) new Door(port);
};

whenSignedOut(() => {
  for (const { hub } of boards.values()) hub.forget();
  boards.clear();
});

/** The streams of one window. */
class Door {
  private readonly streams = new Map<number, { shared: Shared; follower: Follower }>();
  private isWatched = false;

  constructor(private readonly port: MessagePort) {
    port.onmessage = ({ data }: MessageEvent<Asked>) => data.kind === "open" ? this.open(data) : this.close(data.id);
  }

  private open({ id, board, subject, resumeToken, accessToken, life: lifeOfWindow }: Asked & { kind: "open" }): void {
    this.watch(lifeOfWindow);
    void lives.then(() => this.tell({ kind: "taken", id, life }));
    const shared = sharedOf(`${subject} ${board}`, board, accessToken);
    shared.accessToken = accessToken;
    const follower: Follower = {
      say: ({ message, at }) => this.tell({ kind: "said", id, message: toBinary(WatchBoardResponseSchema, message), at }),
      end: (error) => {
        this.streams.delete(id);
        this.tell({ kind: "ended", id, error: toldOf(error) });
      },
    };
    this.streams.set(id, { shared, follower });
    shared.hub.join(follower, resumeToken);
  }

  private close(id: number): void {
    const stream = this.streams.get(id);
    this.streams.delete(id);
    stream?.shared.hub.leave(stream.follower);
  }

  private tell(told: Told): void {
    this.port.postMessage(told, told.kind === "said" ? [told.message.buffer] : []);
  }

  // A window that is closed or crashes says nothing; the lock that it held comes free.
  private watch(lifeOfWindow: string): void {
    if (this.isWatched) return;
    this.isWatched = true;
    whenOver(lifeOfWindow, () => {
      for (const id of [...this.streams.keys()]) this.close(id);
    });
  }
}

function sharedOf(key: string, board: string, accessToken: string): Shared {
  const known = boards.get(key);
  if (known) return known;
  const shared: Shared = { hub: new Hub(streamOf(transportTo(() => Promise.resolve(shared.accessToken)), board)), accessToken };
  boards.set(key, shared);
  const look = setInterval(() => {
    if (shared.hub.isFollowed) return;
    clearInterval(look);
    if (boards.get(key) === shared) boards.delete(key);
  }, forgetAfter);
  return shared;
}
