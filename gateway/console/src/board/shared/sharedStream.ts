import { fromBinary } from "@bufbuild/protobuf";
import { Code, ConnectError } from "@connectrpc/connect";
import { WatchBoardResponseSchema } from "../../generated/handhaving/dispatch/v1/board_service_pb";
import type { Arrival, OpenStream } from "../feed";
import { errorOf, type Asked, type Told } from "./telling";

interface Wanted {
  /** Name of the team, as `teams/{team}`. */
  board: string;
  subject: string;
  token: () => Promise<string | undefined>;
  /** The stream of this window alone, where a browser shares none. */
  alone: OpenStream;
}

/** The stream of a board, one for all windows of a person in this browser: however many are open, they keep one connection. */
export function sharedStream(wanted: Wanted): OpenStream {
  const line = lineOfThisWindow();
  return (resumeToken, signal) => (line.isUsable ? line.follow(wanted, resumeToken, signal) : wanted.alone(resumeToken, signal));
}

type Heard = Told | { kind: "broken" };

let ofThisWindow: Line | undefined;

function lineOfThisWindow(): Line {
  return (ofThisWindow ??= new Line());
}

/** This window's port to the worker. */
class Line {
  isUsable = typeof SharedWorker !== "undefined";
  private streams = 0;
  private port: MessagePort | undefined;
  private readonly life = `handhaving-window-${crypto.randomUUID()}`;
  private readonly listeners = new Map<number, (heard: Heard) => void>();
  private readonly lives: Promise<void>;

  constructor() {
    this.lives = new Promise((held) => void navigator.locks.request(this.life, () => {
      held();
      return new Promise(() => undefined); // for as long as the window is there
    }));
  }

  async *follow({ board, subject, token }: Wanted, resumeToken: string, signal: AbortSignal): AsyncIterable<Arrival> {
    if (!navigator.onLine) throw new ConnectError("no network", Code.Unavailable);
    const [accessToken] = await Promise.all([token(), this.lives]);
    const id = ++this.streams;
    const heard = new Queue<Heard>();
    this.listeners.set(id, heard.put);
    const abort = () => heard.put({ kind: "ended", id, error: undefined });
    signal.addEventListener("abort", abort);
    try {
      if (signal.aborted) return;
      this.ask({ kind: "open", id, board, subject, resumeToken, accessToken, life: this.life });
      for (;;) {
        const next = await heard.take();
        if (next.kind === "broken") throw new ConnectError("the shared worker does not run", Code.Unavailable);
        if (next.kind === "ended" && next.error) throw errorOf(next.error);
        if (next.kind === "ended") return;
        yield { message: fromBinary(WatchBoardResponseSchema, next.message), at: next.at };
      }
    } finally {
      signal.removeEventListener("abort", abort);
      this.listeners.delete(id);
      this.ask({ kind: "close", id });
    }
  }

  private ask(asked: Asked): void {
    this.port ??= this.connect();
    this.port.postMessage(asked);
  }

  private connect(): MessagePort {
    const worker = new SharedWorker(new URL("./worker.ts", import.meta.url), { type: "module", name: "handhaving-board" });
    worker.onerror = () => {
      this.isUsable = false;
      for (const listener of this.listeners.values()) listener({ kind: "broken" });
    };
    worker.port.onmessage = ({ data }: MessageEvent<Told>) => this.listeners.get(data.id)?.(data);
    return worker.port;
  }
}

/** Values in the order in which they came, for one who waits for them. */
class Queue<Value> {
  private readonly values: Value[] = [];
  private wake: () => void = () => undefined;

  put = (value: Value): void => {
    this.values.push(value);
    this.wake();
  };

  async take(): Promise<Value> {
    for (;;) {
      const [next] = this.values.splice(0, 1);
      if (next !== undefined) return next;
      await new Promise<void>((resolve) => (this.wake = resolve));
    }
  }
}
