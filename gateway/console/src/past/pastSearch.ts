import type { Hindrance } from "../acting/hindrance";
import type { Feed } from "../board/feed";
import { hindranceOf } from "../board/freshness";
import type { Clients } from "../contracts/clients";
import { failureOf, type Failure } from "../contracts/failure";
import type { Incident } from "../generated/handhaving/dispatch/v1/incident_pb";
import { Store } from "../time/store";
import { anything, headerText, requestOf, type Question } from "./question";

/** Why nothing was found: the platform said so, or nothing could be asked. */
export type Problem = Failure | Hindrance;

export interface PastState {
  question: Question;
  /** Why one looks back; goes into the log. */
  reason: string;
  /** Undefined: nothing was looked for yet. */
  found: readonly Incident[] | undefined;
  isReading: boolean;
  nextPageToken: string;
  problem: Problem | undefined;
}

const rows = 25;

/** Looks for incidents among all that ever were. What was found stays while one of them is read. */
export class PastSearch extends Store<PastState> {
  private asked = { question: anything, reason: "" };

  constructor(private readonly clients: Clients, private readonly feed: Feed, private readonly team: string) {
    super({ question: anything, reason: "", found: undefined, isReading: false, nextPageToken: "", problem: undefined });
  }

  change = (changes: Partial<Question>): void => this.set({ ...this.state, question: { ...this.state.question, ...changes } });

  giveReason = (reason: string): void => this.set({ ...this.state, reason });

  /** Looks for what is typed now. */
  search = async (): Promise<void> => {
    const { question, reason } = this.state;
    if (headerText(reason) === "") return;
    this.asked = { question, reason };
    await this.read([], "");
  };

  /** Reads the next page of what was asked, whatever was typed since. */
  more = async (): Promise<void> => this.read(this.state.found ?? [], this.state.nextPageToken);

  private async read(before: readonly Incident[], pageToken: string): Promise<void> {
    if (this.state.isReading) return;
    const problem = hindranceOf(this.feed.state);
    if (problem) {
      this.set({ ...this.state, problem });
      return;
    }
    this.set({ ...this.state, isReading: true, problem: undefined });
    const { question, reason } = this.asked;
    try {
      const page = await this.clients.incidents.searchIncidents({ ...requestOf(`teams/${this.team}`, question), pageSize: rows, pageToken }, { headers: { "x-reason": headerText(reason) } });
      this.set({ ...this.state, isReading: false, found: [...before, ...page.incidents], nextPageToken: page.nextPageToken });
    } catch (error) {
      this.set({ ...this.state, isReading: false, problem: failureOf(error) });
    }
  }
}
