import { timestampFromMs } from "@bufbuild/protobuf/wkt";
import { expect, test } from "vitest";
import { IncidentSignal, IncidentState } from "../../src/generated/handhaving/dispatch/v1/incident_pb";
import { ageingOf } from "../../src/queue/ageing";
import { groupOf, inOrder, matches, since } from "../../src/queue/order";
import { incident } from "../board/messages";

const minute = 60_000;
const at = (minutes: number) => ({ pendingTime: timestampFromMs(minutes * minute) });

test("what must be looked at comes first, then by priority, then who waits longest", () => {
  const order = inOrder([
    incident(1, { priority: 3, ...at(10) }),
    incident(2, { priority: 1, ...at(20) }),
    incident(3, { priority: 3, ...at(5) }),
    incident(4, { priority: 4, ...at(1), signals: [IncidentSignal.HOLD_ENDED] }),
    incident(5, { priority: 0, state: IncidentState.RECEIVED, ...at(30) }),
  ]);

  expect(order.map((one) => one.number.at(-1))).toEqual(["4", "2", "5", "3", "1"]);
});

test("the waiting before an earlier unit counts in", () => {
  expect(since(incident(1, { ...at(10), waitedSeconds: 120n }))).toBe(8 * minute);
});

test.each([
  [IncidentState.PENDING, "waiting"],
  [IncidentState.RECEIVED, "waiting"],
  [IncidentState.ON_SCENE, "running"],
  [IncidentState.ON_HOLD, "aside"],
  [IncidentState.HANDLED, "handled"],
] as const)("state %i stands under %s", (state, group) => expect(groupOf(incident(1, { state }))).toBe(group));

test.each([[0, 0], [5, 1], [14, 1], [15, 2], [59, 3], [60, 4]])("after %i minutes it ages in step %i", (minutes, step) => expect(ageingOf(minutes * minute)).toBe(step));

test("all words must be found, whatever their case and accents", () => {
  expect([matches("cafe MARKT", ["Café De Kroon", "Markt 3"]), matches("cafe plein", ["Café De Kroon", "Markt 3"]), matches("", ["x"])]).toEqual([true, false, true]);
});
