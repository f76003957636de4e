import type { Client } from "@connectrpc/connect";
import { failureOf, type Failure } from "../contracts/failure";
import type { Conflict, Decision } from "../generated/handhaving/capacity/v1/triangle_pb";
import type { TriangleService } from "../generated/handhaving/capacity/v1/triangle_service_pb";
import { Store } from "../time/store";

export const views = ["open", "all", "decisions", "register"] as const;

export type View = (typeof views)[number];

export interface TriangleState {
  conflicts: readonly Conflict[];
  /** Of the view; in the views of conflicts all that were read, whatever they are about. */
  decisions: readonly Decision[];
  /** The conflict that is open, with its options. */
  shown: Conflict | undefined;
  phase: "reading" | "read" | "failed";
  /** By this machine's clock, in milliseconds since 1970; 0 = never. */
  readAt: number;
  hasMore: boolean;
  failure: Failure | undefined;
}

type Door = Pick<Client<typeof TriangleService>, "listConflicts" | "getConflict" | "listDecisions">;

const rows = 100;
const nothing: TriangleState = { conflicts: [], decisions: [], shown: undefined, phase: "reading", readAt: 0, hasMore: false, failure: undefined };

/** Conflicts and decisions of one owner, as they were when somebody looked; each reading is logged, so nothing is read anew by itself. */
export class Triangle extends Store<TriangleState> {
  private reading = 0;
  private pages: { conflicts: string; decisions: string } = { conflicts: "", decisions: "" };
  private asked: { owner: string; view: View; conflict: string } = { owner: "", view: "open", conflict: "" };

  constructor(private readonly client: Door) {
    super(nothing);
  }

  /** @param conflict the one to open; empty = none. */
  async read(owner: string, view: View, conflict: string): Promise<void> {
    const isSame = owner === this.asked.owner && view === this.asked.view;
    this.asked = { owner, view, conflict };
    this.pages = { conflicts: "", decisions: "" };
    this.set({ ...(isSame ? this.state : nothing), ...(this.state.shown?.name !== conflict && { shown: undefined }), phase: "reading", failure: undefined });
    await this.take(async () => {
      const listsConflicts = view === "open" || view === "all";
      const [listed, decided, shown] = await Promise.all([
        listsConflicts ? this.client.listConflicts({ parent: owner, openOnly: view === "open", pageSize: rows }) : undefined,
        this.client.listDecisions({ parent: owner, notDoneOnly: view === "register", pageSize: rows }),
        conflict === "" ? undefined : this.client.getConflict({ name: conflict }),
      ]);
      this.pages = { conflicts: listed?.nextPageToken ?? "", decisions: decided.nextPageToken };
      return { conflicts: listed?.conflicts ?? [], decisions: decided.decisions, shown: shown?.conflict };
    });
  }

  again = (): Promise<void> => this.read(this.asked.owner, this.asked.view, this.asked.conflict);

  /** The next page of what the view lists. */
  more = async (): Promise<void> => {
    const { owner, view } = this.asked;
    const { conflicts, decisions } = this.pages;
    this.set({ ...this.state, phase: "reading", failure: undefined });
    await this.take(async () => {
      const [listed, decided] = await Promise.all([
        conflicts === "" ? undefined : this.client.listConflicts({ parent: owner, openOnly: view === "open", pageSize: rows, pageToken: conflicts }),
        decisions === "" ? undefined : this.client.listDecisions({ parent: owner, notDoneOnly: view === "register", pageSize: rows, pageToken: decisions }),
      ]);
      this.pages = { conflicts: listed?.nextPageToken ?? "", decisions: decided?.nextPageToken ?? "" };
      return { conflicts: [...this.state.conflicts, ...(listed?.conflicts ?? [])], decisions: [...this.state.decisions, ...(decided?.decisions ?? [])], shown: this.state.shown };
    });
  };

  private async take(read: () => Promise<Pick<TriangleState, "conflicts" | "decisions" | "shown">>): Promise<void> {
    const mine = ++this.reading;
    try {
      const found = await read();
      if (mine === this.reading) this.set({ ...found, phase: "read", readAt: Date.now(), hasMore: this.pages.conflicts !== "" || this.pages.decisions !== "", failure: undefined });
    } catch (error) {
      if (mine === this.reading) this.set({ ...this.state, phase: "failed", failure: failureOf(error) });
    }
  }
}
