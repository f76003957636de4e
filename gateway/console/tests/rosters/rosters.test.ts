import { create } from "@bufbuild/protobuf";
import { Code, ConnectError } from "@connectrpc/connect";
import { expect, test, vi } from "vitest";
import { RosterSchema, type RosterShift } from "../../src/generated/handhaving/capacity/v1/roster_pb";
import { ChangeShiftsResponseSchema, GetRosterResponseSchema, ListRostersResponseSchema, SolveOutcome, SolveRosterResponseSchema } from "../../src/generated/handhaving/capacity/v1/roster_service_pb";
import { countOf } from "../../src/rosters/editing/edits";
import { Rosters } from "../../src/rosters/rosters";
import { Search } from "../../src/rosters/solving/search";
import { shift } from "./shifts";

const a = shift("a", "2027-03-22T08:00", "2027-03-22T16:00");
const roster = (etag: string, shifts: RosterShift[], updatedBy = "me") => create(RosterSchema, { name: "r", etag, shifts, updatedBy });
const door = (...states: ReturnType<typeof roster>[]) => {
  const getRoster = vi.fn();
  for (const state of states) getRoster.mockResolvedValueOnce(create(GetRosterResponseSchema, { roster: state }));
  return { getRoster, listRosters: vi.fn().mockResolvedValue(create(ListRostersResponseSchema)), changeShifts: vi.fn() };
};

test("what was changed here survives that somebody else changed the roster, and the other is named", async () => {
  const client = door(roster("1", [a]), roster("2", [{ ...a, note: "of another" }], "planner-2"));
  client.changeShifts.mockRejectedValueOnce(new ConnectError("other", Code.Aborted)).mockResolvedValueOnce(create(ChangeShiftsResponseSchema, { roster: roster("3", [a]) }));
  const rosters = new Rosters(client);
  await rosters.read("o", "r");
  rosters.put({ ...a, note: "mine" });

  await expect(rosters.keep("x", "", [])).rejects.toThrow();
  await rosters.read("o", "r");

  expect(rosters.state.clash).toMatchObject({ by: "planner-2", shifts: ["a"] });
  expect(rosters.shifts.map(({ note }) => note)).toEqual(["mine"]);
  await rosters.keep("y", "", []);
  expect(client.changeShifts).toHaveBeenLastCalledWith(expect.objectContaining({ etag: "2", requestId: "y" }));
  expect([countOf(rosters.state.edits), rosters.state.clash, rosters.state.opened?.etag]).toEqual([0, undefined, "3"]);
});

test("another roster begins without the changes of the one before it, which come back with it", async () => {
  const rosters = new Rosters(door(roster("1", [a]), create(RosterSchema, { name: "s", etag: "1" }), roster("2", [{ ...a, note: "of another" }], "planner-2")));
  await rosters.read("o", "r");
  rosters.remove("a");

  await rosters.read("o", "s");
  expect([rosters.state.opened?.name, countOf(rosters.state.edits), rosters.isUnkept]).toEqual(["s", 0, true]);

  await rosters.read("o", "r");
  expect(rosters.state).toMatchObject({ clash: { by: "planner-2", shifts: ["a"] } });
  expect(rosters.shifts).toEqual([]);
  rosters.throwAway();
  expect(rosters.isUnkept).toBe(false);
});

test("a search tells each better roster and how it ended", async () => {
  const search = new Search({
    solveRoster: async function* () {
      yield create(SolveRosterResponseSchema, { cost: 300n, shortageCost: 200n });
      yield await Promise.resolve(create(SolveRosterResponseSchema, { cost: 100n, roster: roster("2", [a]), outcome: SolveOutcome.OPTIMAL }));
    },
  });

  const last = await search.run({ name: "r", seconds: 1 });

  expect(last?.roster?.etag).toBe("2");
  expect(search.state).toMatchObject({ phase: "ended", outcome: "optimal", found: [{ cost: 300, shortage: 200 }] });
});

test("a search that is stopped says so and is no failure", async () => {
  const search = new Search({
    solveRoster: async function* (_, options) {
      yield create(SolveRosterResponseSchema, { cost: 300n });
      await new Promise((_resolve, reject) => options?.signal?.addEventListener("abort", () => reject(new ConnectError("stopped", Code.Canceled))));
    },
  });
  const running = search.run({ name: "r", seconds: 1 });
  await vi.waitFor(() => expect(search.state.found.length).toBe(1));

  search.stop();

  expect(await running).toBeUndefined();
  expect(search.state).toMatchObject({ phase: "stopped", failure: undefined });
});
