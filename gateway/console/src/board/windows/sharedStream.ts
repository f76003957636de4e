import { fromBinary } from "@bufbuild/protobuf";
import { Code, ConnectError } from "@connectrpc/connect";
import { WatchBoardResponseSchema } from "../../generated/handhaving/dispatch/v1/board_service_pb";
import type { Arrival, OpenStream } from "../feed";
import { liveAs, whenOver } from "./life";
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

const answerLimit = 5_000; // milliseconds in which a worker takes a stream on, its start counted in
const mostFailures = 2; // in a row; then this window keeps a stream of its own

let ofThisWindow: Line | undefined;

function lineOfThisWindow(): Line {
  return (ofThisWindow ??= new Line());
}

/** This window's port to the worker. */
class Line {
  isUsable = typeof SharedWorker !== "undefined";
  private streams = 0;
  private failures = 0;
  private port: MessagePort | undefined;
  private watched: MessagePort | undefined;
  private readonly life = `handhaving-window-${crypto.randomUUID()}`;
  private readonly listeners = new Map<number, (heard: Heard) => void>();
  private readonly lives = liveAs(this.life);

  async *follow({ board, subject, token }: Wanted, resumeToken: string, signal: AbortSignal): AsyncIterable<Arrival> {
    if (!navigator.onLine) throw new ConnectError("no network", Code.Unavailable);
    const [accessToken] = await Promise.all([token(), this.lives]);
    if (accessToken === undefined) throw new ConnectError("nobody is signed in", Code.Unauthenticated);
    const id = ++this.streams;
    const heard = new Queue<Heard>();
    this.listeners.set(id, heard.put);
    const abort = () => heard.put({ kind: "ended", id, error: undefined });
    signal.addEventListener("abort", abort);
    let unanswered: ReturnType<typeof setTimeout> | undefined;
    try {
      if (signal.aborted) return;
      const port = (this.port ??= this.connect());
      port.postMessage({ kind: "open", id, board, subject, resumeToken, accessToken, life: this.life } satisfies Asked);
      unanswered = setTimeout(() => this.drop(port), answerLimit);
      for (;;) {
        const next = await heard.take();
        switch (next.kind) {
          case "taken":
            clearTimeout(unanswered);
            this.watch(port, next.life);
            break;
          case "said":
            this.failures = 0;
            yield { message: fromBinary(WatchBoardResponseSchema, next.message), at: next.at };
            break;
          case "broken":
            throw new ConnectError("the shared worker does not run", Code.Unavailable);
          case "ended":
            if (next.error) throw errorOf(next.error);
            return;
        }
      }
    } finally {
      clearTimeout(unanswered);
      signal.removeEventListener("abort", abort);
      this.listeners.delete(id);
      this.port?.postMessage({ kind: "close", id } satisfies Asked);
    }
  }

  private watch(port: MessagePort, lifeOfWorker: string): void {
    if (this.watched === port) return;
    this.watched = port;
    whenOver(lifeOfWorker, () => this.drop(port));
  }

  /** The worker behind this port is gone or does not answer: the next that asks gets another. */
  private drop(port: MessagePort): void {
    if (this.port !== port) return;
    port.close();
    this.port = undefined;
    this.failures++;
    if (this.failures >= mostFailures) this.isUsable = false;
    for (const listener of this.listeners.values()) listener({ kind: "broken" });
  }

  private connect(): MessagePort {
    const worker = new SharedWorker(new URL("./worker.ts", import.meta.url), { type: "module", name: "handhaving-board" });
    worker.onerror = () => {
      this.isUsable = false;
      this.drop(worker.port);
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
