import { create } from "@bufbuild/protobuf";
import { timestampFromMs } from "@bufbuild/protobuf/wkt";
import { expect, test } from "vitest";
import { claimsOn, hiddenOf } from "../../src/capacity/claims";
import { ownersToSee } from "../../src/capacity/owners";
import { CapacityBlockSchema } from "../../src/generated/handhaving/capacity/v1/ledger_pb";
import { CapacityReservationSchema, ReservationState } from "../../src/generated/handhaving/capacity/v1/reservation_pb";

const team = "teams/westelijke-mijnstreek";
const at = (time: string) => Date.parse(`2026-12-02T${time}Z`);
const quarters = [{ start: at("18:00"), block: create(CapacityBlockSchema, { held: 2, confirmed: 3 }) }];
const reservation = (caseId: string, line: { grantedOwner?: string; awaitedOwner?: string; givenCount?: number }, from = "17:55", state = ReservationState.HELD) =>
  create(CapacityReservationSchema, { name: caseId, caseId, state, lines: [{ owners: [team], function: "noodhulp", count: 4, startTime: timestampFromMs(at(from)), endTime: timestampFromMs(at("23:00")), ...line }] });

test("who has people and who waits for them, and how many one may not see for whom", () => {
  const all = [
    reservation("waits", { awaitedOwner: team }, "17:55", ReservationState.IN_CONFLICT), reservation("has", { grantedOwner: team, givenCount: 2 }),
    reservation("later", { grantedOwner: team, givenCount: 2 }, "18:15"), reservation("elsewhere", { grantedOwner: "teams/other", givenCount: 2 }),
  ];

  const claims = claimsOn(all, team, "noodhulp", quarters);

  expect(claims.map((claim) => [claim.reservation.caseId, claim.count, claim.waits])).toEqual([["has", 2, false], ["waits", 4, true]]);
  expect(hiddenOf(claims, quarters)).toBe(3);
});

test("one's own teams come first, then those that reservations ask of, then a well-formed one of the address", () => {
  const mayor = { subject: "", name: "", roles: ["mayor"], municipalities: ["0888"], teams: [] };

  expect(ownersToSee(mayor, [reservation("one", {})], "")).toEqual(["municipalities/0888", team]);
  expect(ownersToSee({ ...mayor, teams: ["a"] }, [], "<script>")).toEqual(["teams/a", "municipalities/0888"]);
});
