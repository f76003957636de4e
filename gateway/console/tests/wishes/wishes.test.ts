import { create } from "@bufbuild/protobuf";
import { expect, test } from "vitest";
import { ShiftWishSchema, WishKind } from "../../src/generated/handhaving/capacity/v1/roster_service_pb";
import { likingOf, problemOf, wishesWith, wishesWithout, type WishDraft } from "../../src/wishes/wishes";

const officer = "municipalities/0888/officers/officer-0888-01";
const wish = (day: number, code: string, kind: WishKind) => create(ShiftWishSchema, { officer, day: { year: 2026, month: 12, day }, code, kind });
const draft: WishDraft = { from: "2026-12-01", to: "2026-12-02", liking: "free", code: "" };
const today = "2026-11-30";

test("who would be free names no shift", () => {
  expect([likingOf(wish(1, "", WishKind.UNWANTED)), likingOf(wish(1, "laat", WishKind.UNWANTED)), likingOf(wish(1, "laat", WishKind.WANTED))]).toEqual(["free", "unwanted", "wanted"]);
});

test.each<[Partial<WishDraft>, string | undefined]>([
  [{}, undefined], [{ from: "" }, "days"], [{ to: "2026-11-30" }, "days"], [{ from: "2026-11-29" }, "past"], [{ to: "2027-03-02" }, "far"], [{ to: "2027-03-01" }, undefined], [{ liking: "wanted" }, "code"], [{ liking: "wanted", code: "laat" }, undefined], [{ liking: "unwanted", code: "la at" }, "code"],
])("of a wish %o is wrong: %s", (part, problem) => {
  expect(problemOf({ ...draft, ...part }, today)).toBe(problem);
});

test("a new wish stands beside what was said of those days, and in the place of what was said of the same shift", () => {
  const known = [wish(1, "", WishKind.UNWANTED), wish(1, "laat", WishKind.WANTED), wish(3, "laat", WishKind.WANTED)];

  expect(wishesWith(known, officer, { ...draft, liking: "unwanted", code: "laat" }).map(({ day, code, kind }) => [day.day, code, kind])).toEqual([[1, "laat", WishKind.UNWANTED], [2, "laat", WishKind.UNWANTED], [1, "", WishKind.UNWANTED]]);
  expect(wishesWithout(known, known[0] ?? wish(9, "", WishKind.UNWANTED)).map(({ day, code }) => [day.day, code])).toEqual([[1, "laat"]]);
});
