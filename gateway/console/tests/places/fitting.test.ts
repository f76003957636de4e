import { expect, test } from "vitest";
import { fitting, hasAll } from "../../src/places/fitting";

const place = (name: string) => ({ name, municipality: "", latitude: 50.9, longitude: 5.8 });
const [inBeek, inStein] = [place("Markt, Beek"), place("Markt, Stein")];
const found = { words: "markt", places: [inBeek, inStein] };

test("while a search is on its way, only what has the words typed since is still there", () => {
  expect([fitting("markt", found), fitting("markt st", found), fitting("markt echt", found), fitting("", found)]).toEqual([[inBeek, inStein], [inStein], [], []]);
});

test.each([
  ["markt bee", "Markt, Beek", true],
  ["achter de loods bij de markt", "Markt, Beek", false],
  ["markt 1", "Markt 12, 6191JH Beek", false],
  ["markt 12", "Markt 12, 6191JH Beek", true],
  ["markt 1a", "Markt 1A, 6191JH Beek", true],
  [" ", "Markt, Beek", false],
])("%s: has %s all of it? %s", (words, name, all) => expect(hasAll(words, place(name))).toBe(all));
