import { create } from "@bufbuild/protobuf";
import { timestampFromMs } from "@bufbuild/protobuf/wkt";
import { expect, test } from "vitest";
import { ShiftOfDay, ShiftPresenceSchema } from "../../src/generated/handhaving/capacity/v1/presence_service_pb";
import { isMunicipality, linesOf, minutesOf, municipalityOfArea } from "../../src/presence/presence";

const hour = 3_600_000;
const presence = (area: string, shift: ShiftOfDay, start: number, boaMinutes: number, normMinutes?: number, policeMinutes = 0) => create(ShiftPresenceSchema, {
  area, shift, startTime: timestampFromMs(start * hour), endTime: timestampFromMs((start + 8) * hour), boaMinutes, policeMinutes, belowNorm: normMinutes !== undefined && boaMinutes + policeMinutes < normMinutes, ...(normMinutes !== undefined && { normMinutes }),
});

test("what was reached stands by district and part of the day against its norm", () => {
  const lines = linesOf([presence("WK088802", ShiftOfDay.DAY, 0, 30, 60), presence("WK088801", ShiftOfDay.NIGHT, 16, 10), presence("WK088802", ShiftOfDay.DAY, 24, 50, 60, 40)]);

  expect(lines.map(({ area, shift, norm, average, below, known, unknown }) => ({ area, shift, norm, average, below, known, unknown }))).toEqual([
    { area: "WK088801", shift: ShiftOfDay.NIGHT, norm: undefined, average: 10, below: 0, known: 1, unknown: 0 }, { area: "WK088802", shift: ShiftOfDay.DAY, norm: 60, average: 60, below: 1, known: 2, unknown: 0 },
  ]);
  expect(lines[1]?.shifts.map(({ start, boaMinutes, policeMinutes, isBelow }) => [start / hour, boaMinutes, policeMinutes, isBelow])).toEqual([[24, 50, 40, false], [0, 30, 0, true]]);
});

test("a shift in which no unit was seen anywhere is not known, and so not below the norm", () => {
  const [one, other] = linesOf([presence("WK088801", ShiftOfDay.DAY, 0, 0, 60), presence("WK088802", ShiftOfDay.DAY, 0, 0, 60), presence("WK088801", ShiftOfDay.DAY, 24, 0, 60), presence("WK088802", ShiftOfDay.DAY, 24, 90, 60)]);

  expect([one?.below, one?.known, one?.unknown, one?.average]).toEqual([1, 1, 1, 0]);
  expect([other?.below, other?.known, other?.unknown, other?.average]).toEqual([0, 1, 1, 90]);
  expect(linesOf([presence("WK088801", ShiftOfDay.DAY, 0, 0, 60)])[0]).toMatchObject({ average: undefined, below: 0, known: 0, unknown: 1 });
});

test("a code tells its municipality, and whether the district is known", () => {
  expect([municipalityOfArea("WK088801"), municipalityOfArea("0888"), isMunicipality("0888"), isMunicipality("WK088801")]).toEqual(["0888", "0888", true, false]);
});

test("minutes are whole and not endless", () => {
  expect([minutesOf("0"), minutesOf(" 90 "), minutesOf("10000"), minutesOf("10001"), minutesOf("1,5"), minutesOf("")]).toEqual([0, 90, 10000, undefined, undefined, undefined]);
});
