import type { Failure } from "../contracts/failure";
import { Store } from "../time/store";
import type { HealthAnswer, Service } from "./health";
import { stateOf, type ReplicaState } from "./parts";

export interface HealthState {
  services: readonly Service[];
  /** When that was so, by this machine's clock; 0 = not known yet. */
  knownAt: number;
  /** Since when this page sees each replica as it is, by its name. */
  since: ReadonlyMap<string, number>;
  /** Why it is not known how it is now. */
  failure: Failure | undefined;
}

const interval = 5_000; // milliseconds

/** Asks again and again how the platform is, and never shows what was as what is. */
export class HealthWatch extends Store<HealthState> {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private stopped = false;

  constructor(private readonly read: () => Promise<HealthAnswer>) {
    super({ services: [], knownAt: 0, since: new Map(), failure: undefined });
  }

  /** @returns what ends it. */
  start(): () => void {
    this.stopped = false;
    void this.look();
    return () => {
      this.stopped = true;
      clearTimeout(this.timer);
    };
  }

  look = async (): Promise<void> => {
    clearTimeout(this.timer);
    const answer = await this.read();
    if (this.stopped) return;
    if ("failure" in answer) this.set({ ...this.state, failure: answer.failure });
    else this.set({ services: answer.services, knownAt: Date.now(), since: this.sinceOf(answer.services), failure: undefined });
    this.timer = setTimeout(() => void this.look(), interval);
  };

  private sinceOf(services: readonly Service[]): ReadonlyMap<string, number> {
    const before = new Map(statesOf(this.state.services));
    return new Map(statesOf(services).map(([name, state]) => [name, (before.get(name) === state ? this.state.since.get(name) : undefined) ?? Date.now()]));
  }
}

function statesOf(services: readonly Service[]): [string, ReplicaState][] {
  return services.flatMap(({ replicas }) => replicas.map((replica): [string, ReplicaState] => [replica.name, stateOf(replica)]));
}
