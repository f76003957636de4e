import { create } from "@bufbuild/protobuf";
import { Code, ConnectError } from "@connectrpc/connect";
import { expect, test, vi } from "vitest";
import { loweringReasons, problemOf, waysFor } from "../../src/capacity/hour/waterline";
import { Ledger } from "../../src/capacity/ledger";
import { ListBlocksResponseSchema } from "../../src/generated/handhaving/capacity/v1/ledger_service_pb";

const question = { parent: "teams/a/functions/b", start: 0, end: 900_000 };
const page = (names: string[], nextPageToken = "") => create(ListBlocksResponseSchema, { blocks: names.map((name) => ({ name })), nextPageToken });

test("all pages are read, and what was known stays when reading fails", async () => {
  const listBlocks = vi.fn().mockResolvedValueOnce(page(["one"], "more")).mockResolvedValueOnce(page(["two"])).mockRejectedValueOnce(new ConnectError("away", Code.Unavailable));
  const ledger = new Ledger({ listBlocks });

  await ledger.read(question);
  expect([ledger.state.phase, ledger.state.blocks.map(({ name }) => name)]).toEqual(["read", ["one", "two"]]);
  const { readAt } = ledger.state;
  await ledger.read({ ...question });
  expect(ledger.state).toMatchObject({ phase: "failed", readAt, blocks: [{ name: "one" }, { name: "two" }] });
});

test("of something else nothing is shown as if it were this", async () => {
  const slow: { end?: (answer: unknown) => void } = {};
  const listBlocks = vi.fn().mockResolvedValueOnce(page(["one"])).mockReturnValueOnce(new Promise((end) => { slow.end = end; })).mockResolvedValueOnce(page(["three"]));
  const ledger = new Ledger({ listBlocks });
  await ledger.read(question);

  const second = ledger.read({ ...question, parent: "teams/a/functions/c" });
  expect(ledger.state).toMatchObject({ blocks: [], readAt: 0, phase: "reading" });
  await ledger.read({ ...question, parent: "teams/a/functions/d" });
  slow.end?.(page(["two"]));
  await second;

  expect(ledger.state.blocks.map(({ name }) => name)).toEqual(["three"]);
});

test.each([
  [{ from: "", to: "2026-12-02T10:00", minimum: "2" }, "from"],
  [{ from: "2026-12-02T10:00", to: "2026-12-02T10:00", minimum: "2" }, "order"],
  [{ from: "2026-12-02T10:00", to: "2027-12-02T10:00", minimum: "2" }, "long"],
  [{ from: "2026-12-02T10:00", to: "2026-12-02T11:00", minimum: "2.5" }, "minimum"],
  [{ from: "2026-12-02T10:00", to: "2026-12-02T11:00", minimum: "0" }, undefined],
])("of a waterline %o is wrong: %s", (draft, problem) => {
  expect(problemOf(draft)).toBe(problem);
});

test("who may only propose is offered no raising, and a refusal of lowering is known", () => {
  expect(waysFor({ changeWaterline: true, proposeWaterline: true })).toEqual(["raise", "lower"]);
  expect(waysFor({ changeWaterline: false, proposeWaterline: true })).toEqual(["lower"]);
  expect(loweringReasons).toContain("WATERLINE_LOWERED_BY_DECISION");
});
