import { create } from "@bufbuild/protobuf";
import { expect, test } from "vitest";
import { PriorityProfileSchema, ThemeHoursSchema } from "../../src/generated/handhaving/capacity/v1/priority_pb";
import { TriangleRole } from "../../src/generated/handhaving/capacity/v1/triangle_pb";
import { linesOf } from "../../src/themes/balance/balance";
import { draftOf, problemOf, profileOf, sumOf, type ProfileDraft } from "../../src/themes/profiles/profileDraft";
import { isExpired, seatsOf } from "../../src/themes/profiles/profiles";

const day = (year: number, month: number, date: number) => ({ year, month, day: date });
const profile = create(PriorityProfileSchema, {
  name: "municipalities/0888/priorityProfiles/2", document: "Kadernota", validFrom: day(2023, 1, 1), validUntil: day(2026, 12, 31), motive: "oud",
  themes: [{ code: "overlast", displayName: "Overlast", weight: 40, origin: "raad", families: ["nuisance", "parking"], areas: ["WK088801"] }], otherWeight: 60,
  awaited: [{ role: TriangleRole.MAYOR, of: "municipalities/0888" }], opinions: [{ seat: { role: TriangleRole.PROSECUTOR, of: "teams/westelijke-mijnstreek" } }],
});
const draft: ProfileDraft = { ...draftOf(profile), motive: "nieuw plan" };
const themes = (part: object) => ({ themes: draft.themes.map((theme) => ({ ...theme, ...part })) });

test("a theme stands beside its weight with what it had too little, its areas by their hours", () => {
  const hours = create(ThemeHoursSchema, { theme: "overlast", displayName: "Overlast", weight: 0.4, share: 0.255, boaHours: 10.04, policeHours: 2, areas: [{ area: "a", hours: 2 }, { area: "b", hours: 10.04 }] });

  expect(linesOf([hours])).toEqual([{ code: "overlast", name: "Overlast", weight: 40, share: 25.5, difference: -14.5, hours: 12, boaHours: 10, policeHours: 2, areas: [{ area: "b", hours: 10 }, { area: "a", hours: 2 }] }]);
});

test("a new version begins as the latest with a motive of its own", () => {
  expect(draftOf(profile)).toMatchObject({ document: "Kadernota", from: "2023-01-01", until: "2026-12-31", motive: "" });
  expect(sumOf(draft)).toBe(40);
  expect(profileOf(draft)).toMatchObject({ validUntil: day(2026, 12, 31), motive: "nieuw plan", themes: [{ weight: 40, families: ["nuisance", "parking"], areas: ["WK088801"] }] });
});

test.each([
  [{ document: " " }, "document"], [{ until: "2022-12-31" }, "days"], [{ themes: [] }, "themes"], [themes({ code: "Overlast!" }), "code"], [{ themes: [...draft.themes, ...draft.themes] }, "twice"], [themes({ name: "" }), "name"], [themes({ weight: "0" }), "weight"],
  [themes({ origin: "" }), "origin"], [themes({ families: "A B" }), "families"], [themes({ areas: "x" }), "areas"], [themes({ families: "", areas: "" }), "counts"],
  [{ themes: [...draft.themes.map((theme) => ({ ...theme, weight: "60" })), ...draft.themes.map((theme) => ({ ...theme, code: "b" }))] }, "sum"], [{ motive: "" }, "motive"], [{}, undefined],
])("of a version %o is wrong: %s", (part, problem) => {
  expect(problemOf({ ...draft, ...part })).toBe(problem);
});

test("who must be heard, or was, is asked in that role and of one's own only", () => {
  const person = (roles: string[], municipalities: string[], teams: string[] = []) => ({ subject: "", name: "", roles, municipalities, teams });

  expect(seatsOf(person(["mayor"], ["0888"]), profile)).toEqual([TriangleRole.MAYOR]);
  expect(seatsOf(person(["mayor"], ["0971"]), profile)).toEqual([]);
  expect(seatsOf(person(["prosecutor"], ["0888"], ["westelijke-mijnstreek"]), profile)).toEqual([TriangleRole.PROSECUTOR]);
  expect(seatsOf(person(["planner"], ["0888"]), profile)).toEqual([]);
});

test("a document is expired on the day after its last", () => {
  expect([isExpired(profile, "2026-12-31"), isExpired(profile, "2027-01-01")]).toEqual([false, true]);
});
