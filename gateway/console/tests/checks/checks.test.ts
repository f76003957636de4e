import { create } from "@bufbuild/protobuf";
import { timestampFromMs } from "@bufbuild/protobuf/wkt";
import { expect, test } from "vitest";
import { answersOf, momentOf, organisationsOf, unitsOf } from "../../src/checks/checks";
import { checkOf, problemOf, toggled, type CheckDraft } from "../../src/checks/planning/checkDraft";
import { CheckStance, CheckState, JointCheckSchema } from "../../src/generated/handhaving/capacity/v1/joint_check_pb";
import { momentOfField } from "../../src/time/words";

const [beek, team] = ["municipalities/0888", "teams/westelijke-mijnstreek"];
const draft: CheckDraft = { name: "Horecacontrole", place: "Markt", from: "2026-12-01T18:00", to: "2026-12-01T22:00", participants: [beek, team], partners: "Belastingdienst, ", units: { [beek]: "boa-0888-1 boa-0888-2", [team]: "wm-11" } };

test("a check is to come, running or over", () => {
  const check = create(JointCheckSchema, { startTime: timestampFromMs(1000), endTime: timestampFromMs(2000) });

  expect([momentOf(check, 999), momentOf(check, 1000), momentOf(check, 1999), momentOf(check, 2000)]).toEqual(["ahead", "running", "running", "over"]);
  expect(momentOf({ ...check, state: CheckState.CANCELLED }, 1500)).toBe("cancelled");
});

test("each organisation has its own units", () => {
  const { units } = checkOf(draft);

  expect(units).toEqual(["municipalities/0888/units/boa-0888-1", "municipalities/0888/units/boa-0888-2", "teams/westelijke-mijnstreek/units/wm-11"]);
  expect([unitsOf(units, beek), unitsOf(units, team), unitsOf(units, "municipalities/0971")]).toEqual([["boa-0888-1", "boa-0888-2"], ["wm-11"], []]);
  expect(checkOf(draft).partners).toEqual(["Belastingdienst"]);
  expect(checkOf(draft).startTime).toEqual(timestampFromMs(momentOfField("2026-12-01T18:00") ?? NaN));
});

test("a unit is chosen once and left out again", () => {
  expect(toggled(toggled(draft, team, "wm-12"), team, "wm-11").units[team]).toBe("wm-12");
  expect(toggled(draft, "municipalities/0971", "boa-0971-1").units["municipalities/0971"]).toBe("boa-0971-1");
});

test.each<[Partial<CheckDraft>, string | undefined]>([
  [{}, undefined], [{ name: " " }, "name"], [{ place: "" }, "place"], [{ from: "" }, "from"], [{ to: "" }, "to"], [{ to: draft.from }, "order"], [{ to: "2026-12-04T18:00" }, "long"], [{ participants: [beek] }, "joint"],
  [{ units: { [beek]: "boa-0888-1" } }, "without"], [{ units: { ...draft.units, [team]: "Wagen 1" } }, "unit"], [{ partners: "x".repeat(61) }, "partners"], [{ partners: Array(21).fill("x").join(",") }, "partners"],
])("of a check %o is wrong: %s", (part, problem) => {
  expect(problemOf({ ...draft, ...part })).toBe(problem);
});

test("organisations stand by their name, whether municipality or team", () => {
  expect(organisationsOf(new Map([["0971", "Stein"], ["westelijke-mijnstreek", "Basisteam"], ["0888", "Beek"]]))).toEqual(["teams/westelijke-mijnstreek", "municipalities/0888", "municipalities/0971"]);
});

test("who planned a check stands first, then what each answered, with its own units where it said others", () => {
  const check = create(JointCheckSchema, {
    name: "teams/westelijke-mijnstreek/jointChecks/a", participants: [beek, "municipalities/0971", "municipalities/1883", team], units: [...checkOf(draft).units, "municipalities/0971/units/boa-0971-1", "municipalities/1883/units/boa-1883-1"],
    answers: [{ participant: beek, answer: CheckStance.AGREES, units: [`${beek}/units/boa-0888-3`], answeredBy: "planner" }, { participant: "municipalities/0971", answer: CheckStance.DECLINES, reason: "geen mensen" }],
  });

  expect(answersOf(check).map(({ participant, stance, units, reason }) => [participant, stance, units, reason])).toEqual([
    [team, "plans", ["wm-11"], ""], [beek, "agrees", ["boa-0888-3"], ""], ["municipalities/0971", "declines", ["boa-0971-1"], "geen mensen"], ["municipalities/1883", "asked", ["boa-1883-1"], ""],
  ]);
});
