import { toBinary } from "@bufbuild/protobuf";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { OpenStream } from "../../src/board/feed";
import type { Asked, Told } from "../../src/board/windows/telling";
import { WatchBoardResponseSchema } from "../../src/generated/handhaving/dispatch/v1/board_service_pb";
import { Locks } from "../locks";
import { says } from "./messages";

/** What a window has of a shared worker, and what the test lets the worker do. */
class Worker {
  static all: Worker[] = [];
  static answers = true;
  onerror: () => void = () => undefined;
  readonly asked: Asked[] = [];
  readonly life = `worker ${Worker.all.length}`;
  readonly port = {
    onmessage: undefined as ((told: { data: Told }) => void) | undefined,
    close: () => undefined,
    postMessage: (asked: Asked) => {
      this.asked.push(asked);
      if (asked.kind === "open" && Worker.answers) this.say({ kind: "taken", id: asked.id, life: this.life });
    },
  };

  constructor() {
    Worker.all.push(this);
    locks.hold(this.life);
  }

  say(told: Told): void {
    this.port.onmessage?.({ data: told });
  }
}

let locks: Locks;
let alone: number;
let told: string[];
let open: OpenStream;
let token: string | undefined;
const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

/** Follows the board until the stream ends; tells why. */
async function follow(): Promise<string> {
  try {
    for await (const { message } of open("", new AbortController().signal)) told.push(message.event.case ?? "");
    return "over";
  } catch (error) {
    return String(error);
  }
}

beforeEach(async () => {
  vi.useFakeTimers();
  locks = new Locks();
  Worker.all = [];
  Worker.answers = true;
  [alone, told, token] = [0, [], "a token"];
  vi.stubGlobal("navigator", { onLine: true, locks });
  vi.stubGlobal("SharedWorker", Worker);
  vi.resetModules();
  const { sharedStream } = await import("../../src/board/windows/sharedStream");
  open = sharedStream({
    board: "teams/beek", subject: "me", token: () => Promise.resolve(token),
    alone: () => {
      alone++;
      return (async function* () {})();
    },
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test("a worker that dies ends the stream at once, and the next one has a new worker", async () => {
  const first = follow();
  await pass(10);
  locks.free("worker 0");
  expect(await first).toContain("the shared worker does not run");

  void follow();
  await pass(10);
  expect([Worker.all.map(({ asked }) => asked.map(({ kind }) => kind)), alone]).toEqual([[["open"], ["open"]], 0]);
});

test("a worker that does not answer is left, and after the second the window keeps a stream of its own", async () => {
  Worker.answers = false;
  const ends = [];
  for (let time = 1; time <= 2; time++) {
    const silent = follow();
    await pass(5_000);
    ends.push(await silent);
  }
  expect(ends.every((end) => end.includes("the shared worker does not run"))).toBe(true);

  await follow();
  expect([Worker.all.length, alone]).toEqual([2, 1]);
});

test("a worker that spoke may die more often", async () => {
  for (const number of [0, 1, 2]) {
    const stream = follow();
    await pass(10);
    Worker.all[number]?.say({ kind: "said", id: number + 1, message: toBinary(WatchBoardResponseSchema, says.hello(true)), at: 1 });
    await pass(10);
    locks.free(`worker ${number}`);
    await stream;
  }

  expect([Worker.all.length, alone, told]).toEqual([3, 0, ["hello", "hello", "hello"]]);
});

test("a window without a token neither opens nor joins the stream", async () => {
  token = undefined;

  expect(await follow()).toContain("nobody is signed in");
  expect([Worker.all.length, alone]).toEqual([0, 0]);
});
