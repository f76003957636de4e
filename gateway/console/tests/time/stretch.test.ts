import { timestampFromMs } from "@bufbuild/protobuf/wkt";
import { expect, test } from "vitest";
import { minuteOf, stretchOf } from "../../src/time/stretch";

const at = (time: string) => timestampFromMs(Date.parse(time));

test("a stretch names the day of its end only where that is another, by the Dutch calendar", () => {
  expect(stretchOf({ startTime: at("2026-12-24T17:00Z"), endTime: at("2026-12-24T22:15Z") })).toEqual({ from: "24 dec 2026 18:00", to: "23:15" });
  expect(stretchOf({ startTime: at("2026-12-24T17:00Z"), endTime: at("2026-12-24T23:00Z") })).toEqual({ from: "24 dec 2026 18:00", to: "25 dec 2026 00:00" });
  expect([minuteOf(undefined), stretchOf({})]).toEqual(["", { from: "", to: "" }]);
});
