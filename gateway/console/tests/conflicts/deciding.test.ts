import { create, type MessageInitShape } from "@bufbuild/protobuf";
import { timestampFromMs } from "@bufbuild/protobuf/wkt";
import { expect, test } from "vitest";
import { problemOf } from "../../src/conflicts/deciding/proposal";
import { mayPrepare, seatsOf } from "../../src/conflicts/deciding/seats";
import { changedSince, reachOf } from "../../src/conflicts/options/effects";
import { ConflictSchema, DecisionOptionSchema, DecisionSchema, OptionKind, TriangleRole } from "../../src/generated/handhaving/capacity/v1/triangle_pb";

const team = "teams/westelijke-mijnstreek";
const person = (role: string, more: { municipalities?: string[]; teams?: string[] }) => ({ subject: "", name: "", roles: [role], municipalities: more.municipalities ?? [], teams: more.teams ?? [] });
const hours = (from: number, to: number) => ({ startTime: timestampFromMs(from * 3_600_000), endTime: timestampFromMs(to * 3_600_000) });
const option = (more: MessageInitShape<typeof DecisionOptionSchema>) => create(DecisionOptionSchema, { kind: OptionKind.APPROVE, ...more });

test("each has the votes of its own role and owner, and a mayor those of its team", () => {
  const decision = create(DecisionSchema, { name: `${team}/decisions/1`, votes: [{ role: TriangleRole.MAYOR, owner: "municipalities/0888" }, { role: TriangleRole.PROSECUTOR, owner: team }, { role: TriangleRole.POLICE_CHIEF, owner: team }] });
  const ofTeam = create(DecisionSchema, { votes: [{ role: TriangleRole.MAYOR, owner: team }] });

  expect(seatsOf(person("mayor", { municipalities: ["0888"] }), decision)).toEqual([TriangleRole.MAYOR]);
  expect(seatsOf(person("mayor", { municipalities: ["0971"] }), decision)).toEqual([]);
  expect(seatsOf(person("mayor", { municipalities: ["0971"] }), ofTeam)).toEqual([TriangleRole.MAYOR]);
  expect(seatsOf(person("police-chief", { teams: ["westelijke-mijnstreek"] }), decision)).toEqual([TriangleRole.POLICE_CHIEF]);
  expect(seatsOf(person("planner", { teams: ["westelijke-mijnstreek"] }), decision)).toEqual([]);
});

test("who prepares decisions does so for its own owners alone", () => {
  expect(mayPrepare(person("planner", { teams: ["westelijke-mijnstreek"] }), `${team}/conflicts/1`)).toBe(true);
  expect(mayPrepare(person("mayor", { municipalities: ["0888"] }), `${team}/conflicts/1`)).toBe(false);
  expect(mayPrepare(person("prosecutor", { teams: ["westelijke-mijnstreek"] }), `${team}/conflicts/1`)).toBe(false);
});

test("what is voted on and would do something else by now is told line by line", () => {
  const voted = option({ effects: { askedCount: 6, givenCount: 6, breaches: [{ function: "noodhulp", count: 2, ...hours(18, 24) }] } });
  const now = (more: MessageInitShape<typeof DecisionOptionSchema>) => create(ConflictSchema, { options: [option(more)] });

  expect(changedSince(voted, now({ effects: { askedCount: 6, givenCount: 6, breaches: [{ function: "noodhulp", count: 2, ...hours(18, 24) }] } }))).toEqual([]);
  expect(changedSince(voted, now({ effects: { askedCount: 6, givenCount: 5, breaches: [{ function: "noodhulp", count: 3, ...hours(18, 24) }] } }))).toEqual(["given", "breaches"]);
  expect(changedSince(voted, undefined)).toEqual([]);
});

test("a decision has to hold for all that its option touches", () => {
  const conflict = create(ConflictSchema, { shortages: [{ function: "noodhulp", ...hours(18, 24) }] });

  expect(reachOf(conflict, option({}))).toEqual({ start: 18 * 3_600_000, end: 24 * 3_600_000 });
  expect(reachOf(conflict, option({ kind: OptionKind.MOVE, shiftSeconds: 7_200n }))).toEqual({ start: 18 * 3_600_000, end: 26 * 3_600_000 });
  expect(reachOf(conflict, option({ kind: OptionKind.DISPLACE, effects: { notDone: [hours(12, 30)] } }))).toEqual({ start: 12 * 3_600_000, end: 30 * 3_600_000 });
});

test.each([
  [{ from: "2026-12-02T10:00", to: "2026-12-02T09:00" }, OptionKind.REFUSE, "order"],
  [{ from: "2026-11-01T10:00", to: "2026-11-02T09:00" }, OptionKind.REFUSE, "past"],
  [{ from: "2026-12-01T10:00", to: "2027-12-03T09:00" }, OptionKind.REFUSE, "long"],
  [{ from: "2026-12-01T10:00", to: "2026-12-03T09:00" }, OptionKind.ASSISTANCE, "team"],
  [{ from: "2026-12-01T10:00", to: "2026-12-03T09:00" }, OptionKind.REFUSE, undefined],
])("of the proposal %o, option %i, is wrong: %s", (times, kind, problem) => {
  expect(problemOf({ kind, team: " ", ...times }, Date.parse("2026-11-30T12:00Z"))).toBe(problem);
});
