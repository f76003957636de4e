import { create } from "@bufbuild/protobuf";
import { timestampFromMs } from "@bufbuild/protobuf/wkt";
import { expect, test, vi } from "vitest";
import { DemandHourSchema, ForecastHourSchema } from "../../src/generated/handhaving/capacity/v1/demand_pb";
import { ForecastDemandResponseSchema, ListDemandResponseSchema } from "../../src/generated/handhaving/capacity/v1/demand_service_pb";
import { FullRegion } from "../../src/generated/handhaving/capacity/v1/staffing_pb";
import { curveOf, weekLength } from "../../src/staffing/forecast/curve";
import { readForecast } from "../../src/staffing/forecast/forecast";
import { momentLabels } from "../../src/staffing/momentLabels";
import { askedOf as askedOfRegion, expectedAreas, firstRegion, problemOf as problemOfRegion } from "../../src/staffing/region/regionDraft";
import { withoutMissing } from "../../src/staffing/region/shares";
import { askedOf, firstDraft, problemOf, stretchOf } from "../../src/staffing/sizing/sizeDraft";

const hour = 3_600_000;
const start = Date.parse("2026-12-07T08:00Z");
const expected = (at: number, area: string, calls: number, low: number, high: number, specialKind = "") => create(ForecastHourSchema, { startTime: timestampFromMs(at), area, calls, low, high, specialKind });
const came = (at: number, arrivals: number) => create(DemandHourSchema, { startTime: timestampFromMs(at), arrivals });
const first = firstDraft("2026-12-07");

test("areas add up by hour, and beside them stands what came a week before", () => {
  const forecast = [expected(start + hour, "a", 1, 0, 3), expected(start, "a", 1.5, 0, 4), expected(start, "b", 0.5, 0, 2, "carnival")];

  const curve = curveOf(forecast, [came(start - weekLength, 2), came(start - weekLength, 1)], start);

  expect(curve).toEqual([{ start, expected: 2, low: 0, high: 6, lastWeek: 3, specialKind: "carnival" }, { start: start + hour, expected: 1, low: 0, high: 3, lastWeek: 0, specialKind: "" }]);
});

test("of an hour whose week before is still to come nothing is known, and never 0", () => {
  expect(curveOf([expected(start + 2 * weekLength, "a", 1, 0, 2)], [], start).map(({ lastWeek }) => lastWeek)).toEqual([undefined]);
});

test("a week before that has too many rows is left out whole", async () => {
  const client = { forecastDemand: vi.fn().mockResolvedValue(create(ForecastDemandResponseSchema, { hours: [expected(start, "a", 1, 0, 2)] })), listDemand: vi.fn().mockResolvedValue(create(ListDemandResponseSchema, { nextPageToken: "more" })) };

  const forecast = await readForecast(client, "municipalities/0888", start, start + hour);

  expect([forecast.isCut, forecast.curve[0]?.lastWeek]).toEqual([true, undefined]);
});

test("whole days are asked for by the clock in the Netherlands", () => {
  expect(stretchOf({ day: "2027-03-28", days: "1" })).toEqual({ start: Date.parse("2027-03-27T23:00Z"), end: Date.parse("2027-03-28T22:00Z") });
});

test("a level of service is asked in the units of the contract", () => {
  expect(askedOf({ ...first, source: "load", arrivals: ["1", "", "2,5", "", ""], service: "30" })).toEqual({ load: { arrivalsPerHour: [1, 0, 2.5], meanServiceSeconds: 1800 }, maximumWaitSeconds: 300, share: 0.9, availability: 0.8, plannedUnits: 0 });
  expect(askedOf({ ...first, planned: "4" })).toMatchObject({ demand: { meanServiceSeconds: 0 }, plannedUnits: 4 });
});

test.each([
  [{ day: "2026-02-30" }, "day"], [{ days: "15" }, "days"], [{ source: "load" as const }, "service"], [{ source: "load" as const, service: "30", arrivals: ["", "0"] }, "arrivals"], [{ service: "x" }, "service"], [{ wait: "" }, "wait"], [{ share: "100" }, "share"],
  [{ availability: "0" }, "availability"], [{ planned: "501" }, "planned"], [{}, undefined],
])("of a question %o is wrong: %s", (part, problem) => {
  expect(problemOf({ ...first, ...part })).toBe(problem);
});

test.each([
  [{ units: "13" }, "units"], [{ service: "" }, "service"], [{ areas: [] }, "areas"], [{ areas: firstRegion.areas.map((area) => ({ ...area, area: "A" })) }, "areas"], [{ areas: firstRegion.areas.map((area) => ({ ...area, calls: "" })) }, "calls"],
  [{ units: "4" }, "travel"], [{ without: "4" }, "without"], [{}, undefined],
])("of a region %o is wrong: %s", (part, problem) => {
  expect(problemOfRegion({ ...firstRegion, ...part })).toBe(problem);
});

test("a region is asked with a drive for each unit and no other", () => {
  expect(askedOfRegion({ ...firstRegion, units: "2", without: "1" })).toMatchObject({ meanServiceSeconds: [1800, 1800], atoms: [{ area: "A", callsPerHour: 1, travelSeconds: [300, 600] }, { travelSeconds: [600, 300] }, { callsPerHour: 0.5 }], fullRegion: FullRegion.CALLS_WAIT, withoutUnit: 1 });
});

test("what the others do stands at their own numbers", () => {
  expect(withoutMissing(3, 2, ["a", "c"])).toEqual(["a", undefined, "c"]);
  expect(withoutMissing(3, 2, ["a", "b", "c"])).toEqual(["a", undefined, "c"]);
});

test("under a day stand its hours, under a week its days", () => {
  const hours = (count: number) => Array.from({ length: count }, (_, at) => Date.parse("2026-12-06T23:00Z") + at * hour);

  expect(momentLabels(hours(24)).map(({ text }) => text)).toEqual(["00:00", "03:00", "06:00", "09:00", "12:00", "15:00", "18:00", "21:00"]);
  expect(momentLabels(hours(72)).map(({ at, text }) => [at, text])).toEqual([[0, "07-12"], [24, "08-12"], [48, "09-12"]]);
});

test("calls expected fill the areas on average, and drives that were known stay", () => {
  const hours = [expected(start, "B", 1, 0, 2), expected(start + hour, "B", 2, 0, 2), expected(start, "A", 0.333, 0, 1)];

  expect(expectedAreas(hours, firstRegion.areas.slice(0, 1))).toEqual([{ area: "A", calls: "0.33", travel: ["5", "10", "15"] }, { area: "B", calls: "1.5", travel: [] }]);
});
