import { expect, test, vi } from "vitest";

vi.mock("../../src/shell/later", () => ({ later: () => () => null }));
vi.mock("../../src/shell/Coming", () => ({ PageComing: () => null }));
const { hasDesk, homeOf } = await import("../../src/shell/pages");

test.each([
  [["centralist"], ["wm"], ""],
  [["centralist", "planner"], ["wm"], ""],
  [["supervisor", "functional-admin"], ["wm"], ""],
  [["planner"], ["wm"], "capacity"],
  [["centralist", "planner"], [], "capacity"],
  [["mayor"], ["wm"], "conflicts"],
])("%j of teams %j begins at /%s", (roles, teams, home) => expect(homeOf({ roles, teams })).toBe(home));

test("the desk is for who may watch it, in a team", () => {
  expect([hasDesk({ roles: ["supervisor"], teams: ["wm"] }), hasDesk({ roles: ["boa"], teams: ["wm"] }), hasDesk({ roles: ["centralist"], teams: [] })]).toEqual([true, false, false]);
});
