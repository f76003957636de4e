import { timestampFromMs } from "@bufbuild/protobuf/wkt";
import type { Client } from "@connectrpc/connect";
import { failureOf, type Failure } from "../contracts/failure";
import type { CapacityBlock } from "../generated/handhaving/capacity/v1/ledger_pb";
import type { LedgerService } from "../generated/handhaving/capacity/v1/ledger_service_pb";
import { Store } from "../time/store";

/** What is read: one function of one owner over a stretch of time. */
export interface Question {
  /** `teams/{team}/functions/{function}` or that of a municipality. */
  parent: string;
  /** Milliseconds since 1970. */
  start: number;
  end: number;
}

export interface LedgerState {
  blocks: readonly CapacityBlock[];
  /** When these blocks were read, by this machine's clock; 0 = never. */
  readAt: number;
  phase: "reading" | "read" | "failed";
  failure: Failure | undefined;
}

const rows = 1_000;
const nothing: LedgerState = { blocks: [], readAt: 0, phase: "reading", failure: undefined };

/** How long numbers count as those of now, in milliseconds; they are not read anew by themselves, since each reading is logged. */
export const fresh = 5 * 60_000;

/** Blocks of one function, as they were when somebody looked. */
export class Ledger extends Store<LedgerState> {
  private asked: Question | undefined;

  constructor(private readonly client: Pick<Client<typeof LedgerService>, "listBlocks">) {
    super(nothing);
  }

  /** Reads something else, or the same anew; of the same, what was known stays until then. */
  async read(question: Question): Promise<void> {
    const before = this.asked;
    const isSame = before?.parent === question.parent && before.start === question.start && before.end === question.end;
    this.asked = question;
    this.set({ ...(isSame ? this.state : nothing), phase: "reading", failure: undefined });
    try {
      const blocks: CapacityBlock[] = [];
      let pageToken = "";
      do {
        const page = await this.client.listBlocks({ parent: question.parent, startTime: timestampFromMs(question.start), endTime: timestampFromMs(question.end), pageSize: rows, pageToken });
        if (this.asked !== question) return;
        blocks.push(...page.blocks);
        pageToken = page.nextPageToken;
      } while (pageToken !== "");
      this.set({ blocks, readAt: Date.now(), phase: "read", failure: undefined });
    } catch (error) {
      if (this.asked === question) this.set({ ...this.state, phase: "failed", failure: failureOf(error) });
    }
  }
}
