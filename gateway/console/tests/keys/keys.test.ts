import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { letters } from "../../src/command/grammar/grammar";
import { stepAskings } from "../../src/assignment/stepAskings";
import { askings } from "../../src/incident/askings";
import { actOf, commandLetters, keyActs, keys, sendAct } from "../../src/keys/keys";
import en from "../../src/words/en/command.json";
import nl from "../../src/words/nl/command.json";

const source = join(import.meta.dirname, "../../src");
const code = readdirSync(source, { recursive: true, withFileTypes: true }).filter((one) => one.name.endsWith(".tsx")).map((one) => readFileSync(join(one.parentPath, one.name), "utf8")).join("\n");
const pressed = (key: string, held: Partial<Record<"altKey" | "shiftKey" | "ctrlKey" | "metaKey", true>> = {}) => actOf({ key, altKey: false, shiftKey: false, ctrlKey: false, metaKey: false, ...held });

test("the list of keys explains every command", () => {
  const explained = new Set<string>(["?", ...commandLetters, ...askings.map(([, letter]) => letter), ...stepAskings.map(([, letter]) => letter)]);

  expect(letters.filter((letter) => !explained.has(letter))).toEqual([]);
});

test("no two acts have the same key, and each is explained", () => {
  expect(new Set(Object.values(keys)).size).toBe(keyActs.length);
  expect([nl, en].map(({ key }) => keyActs.filter((act) => !(act in key)))).toEqual([[], []]);
});

test("each key is shown on a control", () => {
  const isShown = (act: string) => act.startsWith("send") || code.includes(`<Key of="${act}"`) || code.includes(`keys.${act}`);

  expect(keyActs.filter((act) => act !== "queue" && !isShown(act))).toEqual([]);
});

test.each([
  ["F8", {}, "next"],
  ["F6", { shiftKey: true }, "seenAll"],
  ["F8", { shiftKey: true }, undefined],
  ["F4", { altKey: true }, undefined],
  ["h", { altKey: true }, "backup"],
  ["H", { altKey: true }, "backup"],
  ["h", {}, undefined],
  ["2", {}, undefined],
  ["2", { altKey: true }, "send2"],
  ["é", { altKey: true }, undefined],
  ["h", { altKey: true, ctrlKey: true }, undefined],
] as const)("%s with %j is %s", (key, held, act) => expect(pressed(key, held)).toBe(act));

test("the best unit has its own key, the next ones their number", () => expect([0, 1, 8, 9].map(sendAct)).toEqual(["send", "send2", "send9", undefined]));
