import type { Client } from "@connectrpc/connect";
import { failureOf, type Failure } from "../contracts/failure";
import type { Officer } from "../generated/handhaving/capacity/v1/people_pb";
import type { PeopleService } from "../generated/handhaving/capacity/v1/people_service_pb";
import { Store } from "../time/store";

export interface PeopleState {
  officers: readonly Officer[];
  phase: "reading" | "read" | "failed";
  /** By this machine's clock, in milliseconds since 1970; 0 = never. */
  readAt: number;
  failure: Failure | undefined;
}

const rows = 1_000;
const nothing: PeopleState = { officers: [], phase: "reading", readAt: 0, failure: undefined };

/** The people of one owner, as they were when somebody looked: each reading is logged. */
export class People extends Store<PeopleState> {
  private owner = "";

  constructor(private readonly client: Pick<Client<typeof PeopleService>, "listOfficers">) {
    super(nothing);
  }

  async read(owner: string): Promise<void> {
    this.set({ ...(owner === this.owner ? this.state : nothing), phase: "reading", failure: undefined });
    this.owner = owner;
    try {
      const officers: Officer[] = [];
      let pageToken = "";
      do {
        const page = await this.client.listOfficers({ parent: owner, pageSize: rows, pageToken });
        if (this.owner !== owner) return;
        officers.push(...page.officers);
        pageToken = page.nextPageToken;
      } while (pageToken !== "");
      this.set({ officers, phase: "read", readAt: Date.now(), failure: undefined });
    } catch (error) {
      if (this.owner === owner) this.set({ ...this.state, phase: "failed", failure: failureOf(error) });
    }
  }

  /** Somebody as an act left them. */
  took = (officer: Officer | undefined): void => {
    if (officer) this.set({ ...this.state, officers: this.state.officers.map((one) => (one.name === officer.name ? officer : one)) });
  };
}
