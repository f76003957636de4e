import { create } from "@bufbuild/protobuf";
import { Code, ConnectError } from "@connectrpc/connect";
import { expect, test, vi } from "vitest";
import { Triangle } from "../../src/conflicts/triangle";
import { GetConflictResponseSchema, ListConflictsResponseSchema, ListDecisionsResponseSchema } from "../../src/generated/handhaving/capacity/v1/triangle_service_pb";

const team = "teams/a";

function opened() {
  const door = {
    listConflicts: vi.fn(({ pageToken = "" }: { pageToken?: string }) => Promise.resolve(create(ListConflictsResponseSchema, pageToken === "" ? { conflicts: [{ name: "one" }], nextPageToken: "more" } : { conflicts: [{ name: "two" }] }))),
    listDecisions: vi.fn(() => Promise.resolve(create(ListDecisionsResponseSchema, { decisions: [{ name: "decided" }] }))),
    getConflict: vi.fn(({ name = "" }: { name?: string }) => Promise.resolve(create(GetConflictResponseSchema, { conflict: { name } }))),
  };
  return { door, triangle: new Triangle(door) };
}

test("the list, the decisions and the conflict that is asked for come together, and more on asking", async () => {
  const { triangle } = opened();

  await triangle.read(team, "open", "one");
  expect(triangle.state).toMatchObject({ phase: "read", hasMore: true, conflicts: [{ name: "one" }], decisions: [{ name: "decided" }], shown: { name: "one" } });
  await triangle.more();

  expect([triangle.state.conflicts.map(({ name }) => name), triangle.state.decisions.length, triangle.state.hasMore]).toEqual([["one", "two"], 1, false]);
});

test("the register asks for what is not done alone, and reads no conflicts", async () => {
  const { triangle, door } = opened();

  await triangle.read(team, "register", "");

  expect(door.listDecisions).toHaveBeenCalledWith(expect.objectContaining({ notDoneOnly: true }));
  expect(door.listConflicts).not.toHaveBeenCalled();
});

test("what fails keeps what was known of the same, and nothing of another", async () => {
  const { triangle, door } = opened();
  await triangle.read(team, "open", "");
  door.listDecisions.mockRejectedValue(new ConnectError("away", Code.Unavailable));

  await triangle.again();
  expect([triangle.state.phase, triangle.state.conflicts.length]).toEqual(["failed", 1]);
  await triangle.read("teams/b", "open", "");

  expect([triangle.state.phase, triangle.state.conflicts.length, triangle.state.failure?.reason]).toEqual(["failed", 0, "NO_ANSWER"]);
});
