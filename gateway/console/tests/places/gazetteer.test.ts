import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { rank } from "../../src/places/gazetteer";
import type { Place } from "../../src/places/place";

const places = JSON.parse(readFileSync(join(import.meta.dirname, "../../public/places.json"), "utf8")) as Place[];
const found = (words: string) => rank(words, places).map((place) => place.name);

test("each word begins a word of the name, in any order", () => {
  expect([found("markt beek"), found("BEEK mar")].map(([first]) => first)).toEqual(["Markt, Beek", "Markt, Beek"]);
});

test("a dash is no more than a space", () => expect([found("stein-centrum")[0], found("beek elsloo")[0]]).toEqual(["Stein-Centrum", "Station, Beek-Elsloo"]));

test("a name that begins with what is typed comes first", () => expect(found("stein")[0]).toBe("Stein-Centrum"));

test("accents do not count, and nothing typed finds nothing", () => expect([found("übach over")[0], found(" ").length]).toEqual(["Ubach over Worms", 0]));

test("each place has a point in the Netherlands and a municipality", () => {
  expect(places.filter((place) => !/^[0-9]{4}$/.test(place.municipality) || Math.abs(place.latitude - 50.93) > 0.2 || Math.abs(place.longitude - 5.9) > 0.25)).toEqual([]);
});
