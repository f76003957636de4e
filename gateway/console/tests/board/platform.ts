import { Code, ConnectError } from "@connectrpc/connect";
import type { OpenStream } from "../../src/board/feed";
import type { WatchBoardResponse } from "../../src/generated/handhaving/dispatch/v1/board_service_pb";

/** A platform whose streams the test writes. */
export class Platform {
  readonly asked: string[] = [];
  private say: (message: WatchBoardResponse | Error | undefined) => void = () => undefined;

  open: OpenStream = (token, signal) => {
    this.asked.push(token);
    const waiting: (WatchBoardResponse | Error | undefined)[] = [];
    let wake: () => void = () => undefined;
    this.say = (message) => {
      waiting.push(message);
      wake();
    };
    signal.addEventListener("abort", () => this.say(new ConnectError("aborted", Code.Canceled)));
    return (async function* () {
      for (;;) {
        while (waiting.length === 0) await new Promise<void>((resolve) => (wake = resolve));
        const next = waiting.shift();
        if (next === undefined) return;
        if (next instanceof Error) throw next;
        yield { message: next, at: Date.now() };
      }
    })();
  };

  send(messages: WatchBoardResponse[]): void {
    for (const message of messages) this.say(message);
  }

  end(error?: Error): void {
    this.say(error);
  }
}
