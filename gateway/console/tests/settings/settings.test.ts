import { create } from "@bufbuild/protobuf";
import { expect, test } from "vitest";
import { SettingSchema, SettingSource } from "../../src/generated/handhaving/access/v1/operations_pb";
import { found, isComing, keyOf } from "../../src/settings/settings";
import { isSame, kindOf, pretty, problemOf } from "../../src/settings/values";

const now = Date.parse("2026-11-30T12:00Z");

test("a value is shown as one reads it, and compared as what it says", () => {
  expect([pretty("30"), pretty('["aed","dog"]'), pretty("[3,5,10]"), pretty("nothing")]).toEqual(["30", '["aed", "dog"]', "[3, 5, 10]", "nothing"]);
  expect(pretty('[{"code":"warning","displayName":"Waarschuwing"},{"code":"report","displayName":"Proces-verbaal"}]').split("\n")).toHaveLength(4);
  expect([isSame("[1, 2]", "[1,2]"), isSame("1", "2"), isSame("x", "x")]).toEqual([true, false, true]);
});

test.each([
  ["", "number", "", "empty"],
  ["dertig", "number", "", "number"],
  ["[1,", "list", "", "json"],
  ["x".repeat(4_001), "list", "", "long"],
  ["30", "number", "2026-11-30T12:00", "past"],
  ["30", "number", "2026-12-01T12:00", undefined],
] as const)("of the value %s as %s from %s is wrong: %s", (value, kind, from, problem) => {
  expect(problemOf(value, kind, from, now)?.key).toBe(problem);
});

test("a setting is found by the words of its key and of its meaning", () => {
  const all = [create(SettingSchema, { name: "municipalities/0888/settings/dispatch.offer-seconds", description: "Hoe lang een aanbod blijft staan" }), create(SettingSchema, { name: "municipalities/0888/settings/dispatch.outcomes" })];

  expect([found(all, "AANBOD offer").map(keyOf), found(all, "").length, kindOf("[]")]).toEqual([["dispatch.offer-seconds"], 2, "list"]);
});

test("what is decided and does not hold yet is told", () => {
  const setting = (etag: string, version: bigint, source: SettingSource) => create(SettingSchema, { etag, version, source });

  expect(isComing(setting('"3"', 2n, SettingSource.MUNICIPALITY), "municipalities/0888")).toBe(true);
  expect(isComing(setting('"3"', 3n, SettingSource.MUNICIPALITY), "municipalities/0888")).toBe(false);
  expect(isComing(setting('"0"', 5n, SettingSource.TEAM), "municipalities/0888")).toBe(false);
});
