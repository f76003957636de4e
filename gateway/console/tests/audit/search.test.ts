import { create } from "@bufbuild/protobuf";
import { Code, ConnectError } from "@connectrpc/connect";
import { expect, test } from "vitest";
import { Search, type ListRequest } from "../../src/audit/search";
import { AuditEntrySchema } from "../../src/generated/handhaving/access/v1/operations_pb";
import { EntryReviewSchema, ReviewCountSchema, ListEntriesResponseSchema } from "../../src/generated/handhaving/dispatch/v1/audit_service_pb";

const page = (lines: number, nextPageToken: string) =>
  create(ListEntriesResponseSchema, { entries: Array.from({ length: lines }, () => create(AuditEntrySchema, { action: "CONSULT" })), nextPageToken });

/** Answers with these pages, one after another; an error is thrown. */
function answering(...pages: (ReturnType<typeof page> | Error)[]) {
  const asked: ListRequest[] = [];
  const search = new Search((request) => {
    asked.push(request);
    const next = pages.shift();
    return next instanceof Error || !next ? Promise.reject(next ?? new Error("asked too often")) : Promise.resolve(next);
  });
  return { search, asked };
}

test("pages without a line are passed over until there is enough to look at", async () => {
  const { search, asked } = answering(page(0, "a"), page(150, "b"), page(50, "c"), page(3, ""));

  await search.start({ parent: "municipalities/0888" });
  expect([search.state.phase, search.state.entries.length, asked.map((request) => request.pageToken)]).toEqual(["paused", 200, ["", "a", "b"]]);
  await search.more();
  expect([search.state.phase, search.state.entries.length]).toEqual(["ended", 203]);
});

test("what fails keeps what was found, and goes on from there", async () => {
  const { search, asked } = answering(page(10, "a"), new ConnectError("away", Code.Unavailable), page(5, ""));

  await search.start({ parent: "municipalities/0888" });
  expect([search.state.phase, search.state.entries.length, search.state.failure?.reason]).toEqual(["failed", 10, "NO_ANSWER"]);
  await search.more();
  expect([search.state.phase, search.state.entries.length, search.state.failure, asked.at(-1)?.pageToken]).toEqual(["ended", 15, undefined, "a"]);
});

test("a file is read anew in large pages, no further than its limit, and each page says why and for whom", async () => {
  const { search, asked } = answering(page(200, "a"), page(1000, "b"), page(1000, "c"));
  const file = { reason: "jaarlijkse controle", recipient: "rekenkamer" };

  await search.start({ parent: "municipalities/0888" });
  await search.export(2_000, file);
  expect([search.state.phase, search.state.entries.length, asked.map((request) => [request.pageSize, request.pageToken, request.export?.reason, request.export?.recipient])]).toEqual(["paused", 2_000, [[200, "", undefined, undefined], [1_000, "", file.reason, file.recipient], [1_000, "b", file.reason, file.recipient]]]);
});

test("who stops it or looks in another log gets nothing of the first any more", async () => {
  let answer: (value: ReturnType<typeof page>) => void = () => undefined;
  const search = new Search(() => new Promise((resolve) => { answer = resolve; }));

  const reading = search.start({ parent: "municipalities/0888" });
  search.stop();
  expect(search.state.phase).toBe("paused");
  search.clear();
  answer(page(5, ""));
  await reading;

  expect(search.state).toEqual({ phase: "idle", entries: [], reviews: new Map(), reviewCounts: new Map(), failure: undefined });
});

test("what was judged is told with its lines, also what is judged meanwhile", async () => {
  const review = (sequence: bigint, note: string) => create(EntryReviewSchema, { sequence, note });
  const { search } = answering({ ...page(1, "a"), reviews: [review(7n, "terecht")], reviewCounts: [create(ReviewCountSchema, { sequence: 7n, reviewCount: 25 })] }, { ...page(1, ""), reviews: [review(3n, "onterecht")] });
  await search.start({ parent: "municipalities/0888" });
  await search.more();

  search.reviewed(review(7n, "toch niet"));

  expect([...search.state.reviews].map(([line, reviews]) => [line, reviews.map(({ note }) => note)])).toEqual([[7n, ["terecht", "toch niet"]], [3n, ["onterecht"]]]);
  expect([...search.state.reviewCounts]).toEqual([[7n, 26]]);
});

test("what was asked for is told in the words of the contract", async () => {
  const { search } = answering(page(0, ""));

  await search.start({ parent: "municipalities/0888", action: "DENY", newestFirst: true });

  expect(search.asked).toEqual({ parent: "municipalities/0888", action: "DENY", newest_first: true });
});
