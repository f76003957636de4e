import { create, toJson, type JsonValue, type MessageInitShape } from "@bufbuild/protobuf";
import { failureOf, type Failure } from "../contracts/failure";
import { LogExportSchema, type AuditEntry } from "../generated/handhaving/access/v1/operations_pb";
import { ListEntriesRequestSchema, type EntryReview, type ReviewCount } from "../generated/handhaving/dispatch/v1/audit_service_pb";
import { Store } from "../time/store";

export type ListRequest = MessageInitShape<typeof ListEntriesRequestSchema>;

/** Why a file is made of lines, and for whom. */
export interface LogFile {
  reason: string;
  recipient: string;
}

export interface SearchState {
  phase: "idle" | "reading" | "paused" | "ended" | "failed";
  /** The latest first. */
  entries: readonly AuditEntry[];
  /** Of lines that were found, by their numbers: the latest of each. */
  reviews: ReadonlyMap<bigint, readonly EntryReview[]>;
  /** How many each line has, also what is not among the latest. */
  reviewCounts: ReadonlyMap<bigint, number>;
  failure: Failure | undefined;
}

/** A page, as the log of any service gives it: not each keeps reviews. */
export interface FoundPage {
  entries: AuditEntry[];
  nextPageToken: string;
  reviews?: EntryReview[];
  reviewCounts?: ReviewCount[];
}

const nothing: SearchState = { phase: "idle", entries: [], reviews: new Map(), reviewCounts: new Map(), failure: undefined };
const rows = 200; // lines of one page
const allRows = 1_000;

/** Reads the lines that were asked for, page by page: where few are what is asked for, many pages hold none. */
export class Search extends Store<SearchState> {
  private request: ListRequest | undefined;
  private nextPage = "";
  private reading = new AbortController();

  constructor(private readonly list: (request: ListRequest, signal: AbortSignal) => Promise<FoundPage>) {
    super(nothing);
  }

  start(request: ListRequest): Promise<void> {
    this.reading.abort();
    this.request = request;
    this.nextPage = "";
    this.set({ ...nothing, phase: "reading" });
    return this.readUntil(rows, rows);
  }

  /** Goes on for another page, or where it failed. */
  more = (): Promise<void> => this.readUntil(this.state.entries.length + rows, rows);

  /** Reads what was asked for anew, to the end or until there are so many, for a file: the log names that, with why and for whom. */
  export = async (most: number, file: LogFile): Promise<void> => {
    this.reading.abort();
    this.nextPage = "";
    this.set({ ...nothing, phase: "reading" });
    await this.readUntil(most, allRows, file);
  };

  /** What was asked for last, as the contract has it. */
  get asked(): JsonValue {
    return this.request ? toJson(ListEntriesRequestSchema, create(ListEntriesRequestSchema, this.request), { useProtoFieldName: true }) : null;
  }

  /** Forgets what was found, as for another log. */
  clear = (): void => {
    this.reading.abort();
    this.request = undefined;
    this.set(nothing);
  };

  /** A line was judged just now. */
  reviewed = (review: EntryReview): void => {
    const { reviews, reviewCounts } = this.state;
    const count = (reviewCounts.get(review.sequence) ?? 0) + 1;
    this.set({ ...this.state, reviews: withReviews(reviews, [review]), reviewCounts: new Map([...reviewCounts, [review.sequence, count]]) });
  };

  stop = (): void => {
    this.reading.abort();
    if (this.state.phase === "reading") this.set({ ...this.state, phase: "paused" });
  };

  private async readUntil(enough: number, pageSize: number, file?: LogFile): Promise<void> {
    if (!this.request || this.state.phase === "ended") return;
    const { signal } = (this.reading = new AbortController());
    this.set({ ...this.state, phase: "reading", failure: undefined });
    try {
      for (;;) {
        const page = await this.list({ ...this.request, pageSize, pageToken: this.nextPage, ...(file && { export: create(LogExportSchema, file) }) }, signal);
        if (signal.aborted) return;
        this.nextPage = page.nextPageToken;
        const entries = [...this.state.entries, ...page.entries];
        const phase = this.nextPage === "" ? "ended" : entries.length >= enough ? "paused" : "reading";
        const reviewCounts = new Map([...this.state.reviewCounts, ...(page.reviewCounts ?? []).map(({ sequence, reviewCount }) => [sequence, reviewCount] as const)]);
        this.set({ phase, entries, reviews: withReviews(this.state.reviews, page.reviews ?? []), reviewCounts, failure: undefined });
        if (phase !== "reading") return;
      }
    } catch (error) {
      if (!signal.aborted) this.set({ ...this.state, phase: "failed", failure: failureOf(error) });
    }
  }
}

function withReviews(before: SearchState["reviews"], more: readonly EntryReview[]): SearchState["reviews"] {
  const all = new Map(before);
  for (const review of more) all.set(review.sequence, [...(all.get(review.sequence) ?? []), review]);
  return all;
}
