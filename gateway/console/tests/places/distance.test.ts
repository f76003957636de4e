import { expect, test } from "vitest";
import { bearingTo, distanceInWords, geoAddress, metersBetween, windOf } from "../../src/places/distance";

const beek = { latitude: 50.94, longitude: 5.8 };

test("a minute of latitude is a nautical mile, near enough", () => {
  expect(metersBetween(beek, { ...beek, latitude: beek.latitude + 1 / 60 })).toBeCloseTo(1_853, -1);
  expect(metersBetween(beek, beek)).toBe(0);
});

test.each([
  [{ latitude: 51, longitude: 5.8 }, "n"], [{ latitude: 50.94, longitude: 5.9 }, "e"], [{ latitude: 50.9, longitude: 5.8 }, "s"],
  [{ latitude: 50.94, longitude: 5.7 }, "w"], [{ latitude: 50.97, longitude: 5.753 }, "nw"],
])("%o lies to the %s", (to, wind) => expect(windOf(bearingTo(beek, to))).toBe(wind));

test.each([[4, "0 m"], [236, "240 m"], [949, "950 m"], [951, "1,0 km"], [12_345, "12,3 km"]])("%d metres is told as %s", (meters, words) => expect(distanceInWords(meters, "nl")).toBe(words));

test("the map of the device gets the point and what it is called", () => {
  expect(geoAddress(beek, "Markt 1 (achter)")).toBe("geo:50.940000,5.800000?q=50.940000,5.800000(Markt%201%20(achter))");
});

test("another language writes it its own way", () => expect(distanceInWords(951, "en")).toBe("1.0 km"));
