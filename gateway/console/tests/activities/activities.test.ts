import { create } from "@bufbuild/protobuf";
import { expect, test } from "vitest";
import { isOver, partnerHours } from "../../src/activities/activities";
import { activityOf, draftOf, hoursOf, newActivity, problemOf, type ActivityDraft } from "../../src/activities/editing/activityDraft";
import { hoursProblem, hoursSent } from "../../src/activities/hours/hours";
import { linesOf, monthsOf, themeTotals } from "../../src/activities/report/report";
import { ActivityKind, ActivitySchema, ActivitySumSchema, ReportedActivitySchema } from "../../src/generated/handhaving/capacity/v1/activity_pb";
import { ThemeHoursSchema } from "../../src/generated/handhaving/capacity/v1/priority_pb";

const activity = create(ActivitySchema, {
  name: "municipalities/0888/activities/lachgas", code: "lachgas", kind: ActivityKind.PROJECT, displayName: "Lachgas", theme: "jeugd", place: "Centrum", etag: "\"2\"", fundingEndDate: { year: 2026, month: 12, day: 31 },
  partners: [{ organisation: "politie", hours: 40.5, police: true }, { organisation: "halt", hours: 10 }],
});
const draft = draftOf(activity);

test("an activity is over on the day after its money ends, and never without such a day", () => {
  expect([isOver(activity, "2026-12-31"), isOver(activity, "2027-01-01"), isOver(create(ActivitySchema, {}), "2099-01-01")]).toEqual([false, true, false]);
});

test("hours planned and made stand beside what an organisation promised", () => {
  const reported = [create(ReportedActivitySchema, { activity: activity.name, organisation: "politie", plannedHours: 50, deliveredHours: 8 }), create(ReportedActivitySchema, { activity: "municipalities/0888/activities/other", organisation: "halt", plannedHours: 3 })];

  expect(partnerHours(activity, reported)).toEqual([{ organisation: "politie", police: true, promised: 40.5, planned: 50, delivered: 8 }, { organisation: "halt", police: false, promised: 10, planned: 0, delivered: 0 }]);
});

test("an activity is sent as it was read when nothing is changed", () => {
  expect(activityOf(draft)).toEqual({
    code: "lachgas", kind: ActivityKind.PROJECT, displayName: "Lachgas", theme: "jeugd", targetGroup: "", place: "Centrum", etag: "\"2\"", fundingEndDate: { year: 2026, month: 12, day: 31 },
    partners: [{ organisation: "politie", hours: 40.5, police: true }, { organisation: "halt", hours: 10, police: false }],
  });
  expect(activityOf({ ...draft, end: "" })).not.toHaveProperty("fundingEndDate");
});

test.each<[Partial<ActivityDraft>, string | undefined]>([
  [{}, undefined], [{ code: "Lach gas" }, "code"], [{ name: " " }, "name"], [{ theme: "" }, "theme"], [{ kind: ActivityKind.PREVENTION }, "group"], [{ kind: ActivityKind.TRAFFIC, place: "" }, "place"], [{ end: "" }, "end"],
  [{ kind: ActivityKind.TRAFFIC, end: "" }, undefined], [{ end: "2026-02-30" }, "end"], [{ partners: [] }, "partners"], [{ partners: [{ organisation: "De Politie", hours: "1", police: true }] }, "organisation"],
  [{ partners: [...draft.partners, ...draft.partners] }, "twice"], [{ partners: [{ organisation: "halt", hours: "0", police: false }] }, "hours"], [{ partners: [{ organisation: "halt", hours: "x", police: false }] }, "hours"],
])("of an activity %o is wrong: %s", (part, problem) => {
  expect(problemOf({ ...draft, ...part })).toBe(problem);
});

test("hours are read with a comma or a point, and nothing else counts as hours", () => {
  expect([hoursOf("4,5"), hoursOf("4.25"), hoursOf(" 8 ")]).toEqual([4.5, 4.25, 8]);
  expect([hoursOf(""), hoursOf("-1"), hoursOf("1e3"), hoursOf("4,555")].every(Number.isNaN)).toBe(true);
  expect(problemOf(newActivity)).toBe("code");
});

test("hours made come after the day, and an empty field is not sent", () => {
  const hours = { day: "2026-11-30", organisation: "halt", planned: "4", delivered: "" };

  expect([hoursProblem(hours, "2026-11-30"), hoursProblem({ ...hours, planned: "" }, "2026-11-30"), hoursProblem({ ...hours, day: "2026-12-01", delivered: "1" }, "2026-11-30"), hoursProblem({ ...hours, day: "2026-12-01", delivered: "0" }, "2026-11-30")]).toEqual([undefined, "nothing", "ahead", undefined]);
  expect([hoursProblem({ ...hours, day: "" }, "2026-11-30"), hoursProblem({ ...hours, planned: "x" }, "2026-11-30"), hoursProblem({ ...hours, planned: "10001" }, "2026-11-30"), hoursProblem({ ...hours, delivered: "x" }, "2026-11-30")]).toEqual(["day", "planned", "planned", "delivered"]);
  expect(hoursSent(hours)).toEqual({ day: { year: 2026, month: 11, day: 30 }, organisation: "halt", plannedHours: 4 });
});

test("days fall apart into months, whatever their length", () => {
  expect(monthsOf("2027-01-30", "2027-03-02")).toEqual([{ month: "2027-01", first: "2027-01-30", last: "2027-01-31" }, { month: "2027-02", first: "2027-02-01", last: "2027-02-28" }, { month: "2027-03", first: "2027-03-01", last: "2027-03-02" }]);
  expect(monthsOf("2027-01-05", "2027-01-05")).toEqual([{ month: "2027-01", first: "2027-01-05", last: "2027-01-05" }]);
  expect(monthsOf("2027-01-05", "2027-01-04")).toEqual([]);
});

test("hours stand by month under what they have in common, and a theme with its incidents", () => {
  const sum = (theme: string, place: string, plannedHours: number, deliveredHours: number) => create(ActivitySumSchema, { kind: ActivityKind.PROJECT, theme, place, plannedHours, deliveredHours });
  const months = [[sum("jeugd", "Centrum", 4, 3), sum("jeugd", "", 2, 1)], [sum("verkeer", "Centrum", 0.1, 0.2)]];

  expect(linesOf(months, "theme")).toEqual([
    { key: "jeugd", planned: 6, delivered: 4, months: [{ planned: 6, delivered: 4 }, { planned: 0, delivered: 0 }] }, { key: "verkeer", planned: 0.1, delivered: 0.2, months: [{ planned: 0, delivered: 0 }, { planned: 0.1, delivered: 0.2 }] },
  ]);
  expect(linesOf(months, "place").map(({ key, delivered }) => [key, delivered])).toEqual([["", 1], ["Centrum", 3.2]]);
  const themes = [create(ThemeHoursSchema, { theme: "jeugd", displayName: "Jeugd", boaHours: 5, policeHours: 1.5, areas: [{ area: "a", hours: 1 }, { area: "b", hours: 5.5 }] }), create(ThemeHoursSchema, { theme: "", boaHours: 2 })];
  expect(themeTotals(linesOf(months, "theme"), themes)).toEqual([
    { code: "jeugd", name: "Jeugd", activities: 4, incidents: 6.5, areas: [{ area: "b", hours: 5.5 }, { area: "a", hours: 1 }] }, { code: "", name: "", activities: 0, incidents: 2, areas: [] }, { code: "verkeer", name: "", activities: 0.2, incidents: 0, areas: [] },
  ]);
});
