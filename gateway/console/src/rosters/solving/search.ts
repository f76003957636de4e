import type { Client } from "@connectrpc/connect";
import type { MessageInitShape } from "@bufbuild/protobuf";
import { failureOf, type Failure } from "../../contracts/failure";
import { SolveOutcome, SolvePhase, type RosterService, type SolveRosterRequestSchema, type SolveRosterResponse } from "../../generated/handhaving/capacity/v1/roster_service_pb";
import { Store } from "../../time/store";

/** A better roster that the search told of. */
export interface Found {
  /** Milliseconds after the search began, by this machine's clock. */
  after: number;
  cost: number;
  /** The part of it for people too few. */
  shortage: number;
}

export interface SearchState {
  phase: "idle" | "running" | "ended" | "stopped" | "failed";
  /** By this machine's clock. */
  startedAt: number;
  /** Seconds that were asked for. */
  seconds: number;
  found: readonly Found[];
  outcome: "optimal" | "limit" | "time" | "impossible" | "again" | undefined;
  failure: Failure | undefined;
}

/** One search for a roster: how it goes, and stopping it. */
export class Search extends Store<SearchState> {
  private stopping: AbortController | undefined;

  constructor(private readonly client: Pick<Client<typeof RosterService>, "solveRoster">) {
    super({ phase: "idle", startedAt: 0, seconds: 0, found: [], outcome: undefined, failure: undefined });
  }

  /** @returns the last message, with the draft as it was kept; undefined when it was stopped or refused. */
  async run(request: MessageInitShape<typeof SolveRosterRequestSchema> & { seconds: number }): Promise<SolveRosterResponse | undefined> {
    if (this.state.phase === "running") return undefined;
    const stopping = new AbortController();
    const startedAt = Date.now();
    this.stopping = stopping;
    this.set({ phase: "running", startedAt, seconds: request.seconds, found: [], outcome: undefined, failure: undefined });
    try {
      let last: SolveRosterResponse | undefined;
      for await (const step of this.client.solveRoster({ ...request, requestId: crypto.randomUUID() }, { signal: stopping.signal, timeoutMs: 0 })) {
        if (step.roster) last = step;
        else if (step.phase !== SolvePhase.PREPARING) this.set({ ...this.state, found: [...this.state.found, { after: Date.now() - startedAt, cost: Number(step.cost), shortage: Number(step.shortageCost) }] });
      }
      this.set({ ...this.state, phase: "ended", outcome: outcomeOf(last?.outcome) });
      return last;
    } catch (error) {
      this.set(stopping.signal.aborted ? { ...this.state, phase: "stopped" } : { ...this.state, phase: "failed", failure: failureOf(error) });
      return undefined;
    }
  }

  /** Ends it: nothing of it is kept. */
  stop = (): void => this.stopping?.abort();
}

function outcomeOf(outcome: SolveOutcome | undefined): SearchState["outcome"] {
  switch (outcome) {
    case SolveOutcome.OPTIMAL: return "optimal";
    case SolveOutcome.LIMIT_REACHED: return "limit";
    case SolveOutcome.TIME_REACHED: return "time";
    case SolveOutcome.IMPOSSIBLE: return "impossible";
    case SolveOutcome.UNSPECIFIED: case undefined: return "again";
  }
}
