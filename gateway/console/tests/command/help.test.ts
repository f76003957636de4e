import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { letters } from "../../src/command/grammar/grammar";
import { helpKeys, helpLines } from "../../src/command/help";
import { askings } from "../../src/incident/askings";

test("the list of keys explains every command", () => {
  const explained = new Set<string>(["?", ...helpLines, ...askings.map(([, letter]) => letter)]);

  expect(letters.filter((letter) => !explained.has(letter))).toEqual([]);
});

test("the list of keys explains every key that works everywhere", () => {
  const followed = readFileSync(join(import.meta.dirname, "../../src/desk/keys.ts"), "utf8").match(/\bF\d+\b/g) ?? [];

  expect([...new Set(followed)].filter((key) => !(helpKeys as readonly string[]).includes(key))).toEqual([]);
});
