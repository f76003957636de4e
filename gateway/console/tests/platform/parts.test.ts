import { expect, test } from "vitest";
import type { Part, Replica } from "../../src/platform/health";
import { canarySilence, figureOf, partKey, queuesOf, stateOf } from "../../src/platform/parts";

const parts: Part[] = [
  { name: "outbox", status: "Healthy", data: { seconds: 1.5, waiting: 12 } },
  { name: "consumers", status: "Healthy", data: { "dispatch-statistics.work": 3, "dispatch-statistics.alone": 0 } },
  { name: "canary", status: "Healthy", data: { "municipalities/0888": 4.2, "municipalities/0971": 5.1 } },
  { name: "cache", status: "Healthy", data: null },
];
const replica: Replica = { name: "dispatch-0", ready: true, answered: true, parts };

test.each([
  [replica, "well"],
  [{ ...replica, parts: [...parts, { name: "feed", status: "Degraded" as const }] }, "degraded"],
  [{ ...replica, parts: [{ name: "canary", status: "Unhealthy" as const }] }, "degraded"],
  [{ ...replica, answered: false, parts: [] }, "silent"],
  [{ ...replica, ready: false, answered: false, parts: [] }, "away"],
])("%o is told as: %s", (one, state) => expect(stateOf(one)).toBe(state));

test("the numbers behind the parts are found, and none is made up", () => {
  expect([figureOf(parts, "outbox", "waiting"), figureOf(parts, "cache", "seconds"), figureOf(parts, "feed", "seconds")]).toEqual([12, undefined, undefined]);
  expect([canarySilence(parts), canarySilence([])]).toEqual([5.1, undefined]);
  expect(queuesOf(parts)).toEqual([["dispatch-statistics.alone", 0], ["dispatch-statistics.work", 3]]);
});

test("a part has words, also one of a later version", () => {
  expect([partKey("outbox"), partKey("masstransit-bus"), partKey("teleporter")]).toEqual(["outbox", "broker", "other"]);
});
