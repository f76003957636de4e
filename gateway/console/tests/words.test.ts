import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import deskEn from "../src/words/en";
import deskNl from "../src/words/nl";

const source = join(import.meta.dirname, "../src");
const pageWords = (language: string) => {
  const folder = join(source, "words", language, "pages");
  return Object.fromEntries(readdirSync(folder).sort().map((file): [string, unknown] => [file.replace(".json", ""), JSON.parse(readFileSync(join(folder, file), "utf8"))]));
};
const [en, nl] = [{ ...deskEn, ...pageWords("en") }, { ...deskNl, ...pageWords("nl") }];
const files = readdirSync(source, { recursive: true, withFileTypes: true })
  .filter((entry) => /\.tsx?$/.test(entry.name) && !entry.parentPath.includes("generated"))
  .map((entry) => ({ name: entry.name, text: readFileSync(join(entry.parentPath, entry.name), "utf8") }));

function pathsOf(words: object, above = ""): [string, string][] {
  return Object.entries(words).flatMap(([key, value]: [string, unknown]) =>
    typeof value === "object" && value !== null ? pathsOf(value, `${above}${key}.`) : [[above + key, String(value)] as [string, string]],
  );
}

test("every text exists in Dutch and in English, and none is empty", () => {
  expect(pathsOf(en).map(([path]) => path)).toEqual(pathsOf(nl).map(([path]) => path));
  expect([...pathsOf(nl), ...pathsOf(en)].filter(([, text]) => text.trim() === "")).toEqual([]);
});

test("a text fills in the same in both languages", () => {
  const blanks = (words: object) => Object.fromEntries(pathsOf(words).map(([path, text]) => [path, (text.match(/\{\{\w+\}\}/g) ?? []).sort()]));
  expect(blanks(en)).toEqual(blanks(nl));
});

test("a page has no text of its own beside the resources", () => {
  const loose = files.flatMap(({ name, text }) =>
    name.endsWith(".tsx") ? [...text.matchAll(/>\s*([A-Za-z][a-z]{2,}[^<>{}=;&(]*)</g)].map((match) => `${name}: ${match[1] ?? ""}`) : [],
  );
  expect(loose).toEqual([]);
});

test("labels for a screen reader come from the resources too", () => {
  const loose = files.flatMap(({ name, text }) => [...text.matchAll(/\b(?:aria-label|title|placeholder|alt)="[^"]*[a-z][^"]*"/g)].map((match) => `${name}: ${match[0]}`));
  expect(loose).toEqual([]);
});
