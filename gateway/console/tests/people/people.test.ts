import { create } from "@bufbuild/protobuf";
import { timestampFromMs } from "@bufbuild/protobuf/wkt";
import { Code, ConnectError } from "@connectrpc/connect";
import { expect, test, vi } from "vitest";
import { AbsenceCertainty, AbsenceKind, OfficerSchema } from "../../src/generated/handhaving/capacity/v1/people_pb";
import { ListOfficersResponseSchema } from "../../src/generated/handhaving/capacity/v1/people_service_pb";
import { absenceOf, draftOf, newAbsence, problemOf } from "../../src/people/absences/absenceDraft";
import { absenceAt, contractOn, firstEnd, found } from "../../src/people/officers";
import { People } from "../../src/people/people";

const day = (year: number) => ({ year, month: 1, day: 1 });
const at = (time: string) => timestampFromMs(Date.parse(time));
const absence = { kind: AbsenceKind.LEAVE, startTime: at("2026-12-01T00:00Z"), endTime: at("2026-12-02T00:00Z"), certainty: AbsenceCertainty.EXPECTED };
const officer = create(OfficerSchema, {
  name: "municipalities/0888/officers/officer-0888-01", displayName: "Boa 1", staffTeam: "boa", absences: [absence],
  contracts: [{ function: "boa-1", validFrom: day(2020), validUntil: day(2024) }, { function: "boa-2", otherFunctions: ["boa-1"], validFrom: day(2025) }],
  appointments: [{ validFrom: day(2015), validUntil: day(2020) }, { validFrom: day(2024), validUntil: day(2029) }, { validFrom: day(2023), validUntil: day(2028) }],
});

test("people are found by all words, in whatever stands about them", () => {
  expect([found([officer], "boa 0888").length, found([officer], "boa-2 BOA").length, found([officer], "boa verkeer").length, found([officer], "").length]).toEqual([1, 1, 0, 1]);
});

test("of several contracts and powers those of today count", () => {
  expect([contractOn(officer, "2026-11-30")?.function, contractOn(officer, "2024-06-01")]).toEqual(["boa-2", undefined]);
  expect([firstEnd(officer, "2026-11-30"), firstEnd(officer, "2021-01-01")]).toEqual(["2028-01-01", ""]);
});

test("somebody is away from the begin until before the end", () => {
  expect(["2026-11-30T23:59Z", "2026-12-01T00:00Z", "2026-12-02T00:00Z"].map((time) => absenceAt(officer, Date.parse(time))?.kind)).toEqual([undefined, AbsenceKind.LEAVE, undefined]);
});

test("an absence goes through its form unchanged, and only who is lent out has a borrower", () => {
  const whole = create(OfficerSchema, officer).absences[0];

  expect(whole && absenceOf(draftOf(whole))).toMatchObject({ ...absence, borrower: "" });
  expect(absenceOf({ ...newAbsence("2026-12-01"), borrower: "0971" }).borrower).toBe("");
  expect(absenceOf({ ...newAbsence("2026-12-01"), kind: AbsenceKind.LENT_OUT, borrower: "0971" }).borrower).toBe("municipalities/0971");
});

test.each([
  [{ from: "" }, "from"], [{ to: "" }, "to"], [{ to: "2026-12-01T00:00" }, "order"], [{ to: "2029-12-01T00:00" }, "long"], [{ kind: AbsenceKind.LENT_OUT, borrower: "Beek" }, "borrower"], [{ borrower: "Beek" }, undefined],
])("of an absence %o is wrong: %s", (part, problem) => {
  expect(problemOf({ ...newAbsence("2026-12-01"), ...part })).toBe(problem);
});

test("all pages of people are read, and what was known stays when reading fails", async () => {
  const listOfficers = vi.fn().mockResolvedValueOnce(create(ListOfficersResponseSchema, { officers: [officer], nextPageToken: "more" })).mockResolvedValueOnce(create(ListOfficersResponseSchema, { officers: [{ name: "two" }] })).mockRejectedValueOnce(new ConnectError("away", Code.Unavailable));
  const people = new People({ listOfficers });

  await people.read("municipalities/0888");
  people.took(create(OfficerSchema, { name: "two", etag: "2" }));
  await people.read("municipalities/0888");

  expect(people.state).toMatchObject({ phase: "failed", officers: [{ name: officer.name }, { name: "two", etag: "2" }] });
});
