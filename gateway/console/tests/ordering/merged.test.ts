import { create } from "@bufbuild/protobuf";
import { timestampFromMs } from "@bufbuild/protobuf/wkt";
import { expect, test } from "vitest";
import { QueuedIncidentSchema } from "../../src/generated/handhaving/dispatch/v1/incident_service_pb";
import { becauseOf, merged } from "../../src/ordering/merged";

const minute = 60_000;
const now = 1_000 * minute;
const entry = (number: string, priority: number, minutes: number, more: { unit?: string; zone?: string; themeWeight?: number } = {}) => create(QueuedIncidentSchema, {
  incident: `municipalities/0888/incidents/${number}`, number, priority, pendingTime: timestampFromMs(now - minutes * minute), zone: more.zone ?? "", themeWeight: more.themeWeight ?? 0, ...(more.unit !== undefined && { pick: { unit: more.unit, callSign: more.unit } }),
});
const numbers = (orders: Parameters<typeof merged>[0]) => merged(orders, now).map(({ entry: { number } }) => number);

test("orders of several municipalities come together by what the platform puts first", () => {
  expect(numbers([[entry("a", 1, 1), entry("b", 3, 5)], [entry("c", 2, 50), entry("d", 3, 4)]])).toEqual(["a", "c", "b", "d"]);
  expect(numbers([[entry("short", 3, 59)], [entry("hour", 3, 60)]])).toEqual(["hour", "short"]);
  expect(numbers([[entry("plain", 3, 9)], [entry("zone", 3, 2, { zone: "Uitgaan" })], [entry("theme", 3, 2, { themeWeight: 30 })]])).toEqual(["zone", "theme", "plain"]);
});

test("the order that a municipality gave is never turned round", () => {
  expect(numbers([[entry("first", 4, 1), entry("second", 1, 90)], [entry("other", 3, 1)]])).toEqual(["other", "first", "second"]);
});

test("a unit that two municipalities propose goes to the first, and the other is told to which", () => {
  expect(merged([[entry("a", 2, 1, { unit: "boa-1" })], [entry("b", 3, 1, { unit: "boa-1" }), entry("c", 4, 1)]], now).map(({ takenBy }) => takenBy?.number)).toEqual([undefined, "a", undefined]);
});

test("the rules that count for an incident are said in their order", () => {
  expect(becauseOf(entry("a", 2, 61, { zone: "Uitgaan", themeWeight: 10 }), now)).toEqual(["urgent", "hour", "zone", "theme", "waits"]);
  expect(becauseOf(entry("b", 3, 5), now)).toEqual(["waits"]);
});
