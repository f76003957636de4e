import { create } from "@bufbuild/protobuf";
import { timestampFromMs } from "@bufbuild/protobuf/wkt";
import { expect, test } from "vitest";
import { FindingSeverity, RosterFindingSchema } from "../../src/generated/handhaving/capacity/v1/roster_pb";
import { ShiftWishSchema, WishKind } from "../../src/generated/handhaving/capacity/v1/roster_service_pb";
import { againstWishes, differenceOf } from "../../src/rosters/judging/judged";
import { people, shift } from "./shifts";

const finding = (rule: string, severity: FindingSeverity, start: number, officer = people[0] ?? "") => create(RosterFindingSchema, { rule, severity, officer, startTime: timestampFromMs(start), endTime: timestampFromMs(start + 1000), measured: 9 });

test("what a change brings against the roster is told apart from what stood there, the heaviest first", () => {
  const [stays, goes] = [finding("daily-rest", FindingSeverity.BREACH, 1000), finding("overlap", FindingSeverity.BREACH, 5000)];
  const { added, gone } = differenceOf([stays, goes], [finding("contract-hours", FindingSeverity.WARNING, 1000), finding("daily-rest", FindingSeverity.BREACH, 1000), finding("daily-rest", FindingSeverity.BREACH, 1000, people[1])]);

  expect(added.map(({ rule, officer }) => [rule, officer])).toEqual([["daily-rest", people[1]], ["contract-hours", people[0]]]);
  expect(gone).toEqual([goes]);
});

test("a shift on a day that somebody would be free is against a wish; a wish for a shift is not", () => {
  const wishes = [create(ShiftWishSchema, { officer: people[0] ?? "", day: { year: 2027, month: 3, day: 22 }, kind: WishKind.UNWANTED }), create(ShiftWishSchema, { officer: people[0] ?? "", day: { year: 2027, month: 3, day: 23 }, code: "laat", kind: WishKind.WANTED })];
  const at = (officer: string, day: string) => wishes.filter((one) => one.officer === officer && `2027-03-${one.day?.day}` === day);
  const shifts = [shift("a", "2027-03-22T22:00", "2027-03-23T06:00"), shift("b", "2027-03-23T08:00", "2027-03-23T16:00"), shift("c", "2027-03-22T08:00", "2027-03-22T16:00", { officer: people[1] ?? "" })];

  expect(againstWishes(shifts, at).map(({ id }) => id)).toEqual(["a"]);
});
