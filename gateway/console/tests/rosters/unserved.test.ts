import { expect, test } from "vitest";
import { UnservedChoice } from "../../src/generated/handhaving/capacity/v1/roster_pb";
import { decisionsOf, keyOf, tasksNamed } from "../../src/rosters/publishing/unserved";

test("work that a refusal names is read, and decided where a choice and a reason were given", () => {
  const tasks = tasksNamed("vroeg 2027-03-22 (1), laat-2 2027-03-23 (12)");
  expect(tasks).toEqual([{ day: "2027-03-22", code: "vroeg", missing: 1 }, { day: "2027-03-23", code: "laat-2", missing: 12 }]);
  expect(tasksNamed("")).toEqual([]);

  const [first, second] = tasks.map(keyOf);
  const chosen = new Map([[first ?? "", { choice: UnservedChoice.DROP, reason: " geen mensen " }], [second ?? "", { choice: UnservedChoice.POSTPONE, reason: " " }]]);
  expect(decisionsOf(tasks, chosen)).toEqual([{ day: { year: 2027, month: 3, day: 22 }, code: "vroeg", choice: UnservedChoice.DROP, reason: "geen mensen" }]);
});
