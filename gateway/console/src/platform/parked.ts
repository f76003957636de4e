import type { Client } from "@connectrpc/connect";
import { failureOf, type Failure } from "../contracts/failure";
import type { ParkedMessage } from "../generated/handhaving/access/v1/operations_pb";
import type { ParkingService } from "../generated/handhaving/dispatch/v1/parking_service_pb";
import { Store } from "../time/store";

export interface ParkedState {
  /** Those that wait for somebody come first. */
  messages: readonly ParkedMessage[];
  phase: "reading" | "read" | "failed";
  failure: Failure | undefined;
}

export type Outcome = "waits" | "replayed" | "discarded";

export function outcomeOf(message: ParkedMessage): Outcome {
  if (message.discardTime) return "discarded";
  return message.replayTime ? "replayed" : "waits";
}

const rows = 1_000;
const looks = [3_000, 10_000]; // milliseconds: a consumer that refuses a message anew does so within
const order: readonly Outcome[] = ["waits", "replayed", "discarded"];

/** Messages of one municipality or team that a consumer could not take. */
export class Parked extends Store<ParkedState> {
  private owner = "";
  private again: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly client: Pick<Client<typeof ParkingService>, "listParkedMessages">) {
    super({ messages: [], phase: "reading", failure: undefined });
  }

  /** Reads those of another owner, or the same anew. */
  async read(owner: string): Promise<void> {
    clearTimeout(this.again);
    this.set({ messages: owner === this.owner ? this.state.messages : [], phase: "reading", failure: undefined });
    this.owner = owner;
    try {
      const messages: ParkedMessage[] = [];
      let pageToken = "";
      do {
        const page = await this.client.listParkedMessages({ parent: owner, pageSize: rows, pageToken });
        if (owner !== this.owner) return;
        messages.push(...page.messages);
        pageToken = page.nextPageToken;
      } while (pageToken !== "");
      this.set({ messages: sorted(messages), phase: "read", failure: undefined });
    } catch (error) {
      if (owner === this.owner) this.set({ ...this.state, phase: "failed", failure: failureOf(error) });
    }
  }

  /**
   * Something was done with a message: shows what it is now, and looks a little later whether it came back.
   * @param message undefined when it was refused: it is another than the screen shows.
   */
  changed(message: ParkedMessage | undefined): void {
    if (!message) {
      this.lookAgain([0]);
      return;
    }
    this.set({ ...this.state, messages: sorted(this.state.messages.map((one) => (one.name === message.name ? message : one))) });
    this.lookAgain(looks);
  }

  private lookAgain([wait, ...later]: readonly number[]): void {
    clearTimeout(this.again);
    if (wait === undefined) return;
    this.again = setTimeout(() => void this.read(this.owner).then(() => this.lookAgain(later)), wait);
  }

  stop = (): void => clearTimeout(this.again);
}

function sorted(messages: readonly ParkedMessage[]): ParkedMessage[] {
  return messages.toSorted((one, other) => order.indexOf(outcomeOf(one)) - order.indexOf(outcomeOf(other)) || Number((other.parkTime?.seconds ?? 0n) - (one.parkTime?.seconds ?? 0n)));
}
