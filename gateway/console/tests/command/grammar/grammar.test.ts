import { create } from "@bufbuild/protobuf";
import { expect, test } from "vitest";
import { suggest } from "../../../src/command/grammar/grammar";
import type { World } from "../../../src/command/grammar/world";
import { AssignmentSchema, AssignmentState } from "../../../src/generated/handhaving/dispatch/v1/assignment_pb";
import { IncidentState } from "../../../src/generated/handhaving/dispatch/v1/incident_pb";
import { UnitStatusCodeSchema } from "../../../src/generated/handhaving/dispatch/v1/unit_service_pb";
import { incident, incidentName, unit } from "../../board/messages";

const codes = [["1", "beschikbaar"], ["2", "aanrijdend"], ["3", "ter plaatse"], ["9", "tijdelijk niet beschikbaar"]].map(([code, label]) => create(UnitStatusCodeSchema, { code, label }));
const world: World = {
  units: [unit("BEE-1"), unit("BEE-12"), unit("STE-2"), unit("SIT-12")],
  offDuty: [unit("BEE-3")],
  incidents: [incident(12), incident(112), incident(3)],
  opened: incident(3),
  codesOf: () => codes,
  municipalityOf: ({ name }) => name.includes("/0971/") ? "Stein" : "Beek",
  sharedNumbers: new Set(),
};
const twice: World = { ...world, incidents: [...world.incidents, incident(12, { name: incidentName(12, "0971") })], sharedNumbers: new Set(["2027-000012"]) };
const lines = (line: string) => suggest(line, world).map((one) => one.line);
const first = (line: string) => suggest(line, world)[0];

test("nothing typed offers every command", () => expect(lines("/")).toEqual(["/m ", "/s ", "/k ", "/o ", "/n ", "/z ", "/h ", "/d ", "/l ", "/w ", "/b ", "/g ", "/v ", "/p ", "/u ", "/r ", "/f ", "/a ", "/e ", "/j ", "/c ", "/x ", "/i ", "/y ", "/? "]));

test("a report takes along what was said", () => expect(first("/m vechtpartij")?.act).toEqual({ do: "report", words: "vechtpartij" }));

test("a unit is found by the end of its call sign, the exact one first", () => expect(lines("/s 12")).toEqual(["/s BEE-12 ", "/s SIT-12 "]));

test.each([
  ["/s bee1 tp", "BEE-1", "3"],
  ["/s BEE-1 3", "BEE-1", "3"],
  ["/s bee-1 aan", "BEE-1", "2"],
  ["/s 12 besch", "BEE-12", "1"],
])("%s is for %s: %s", (line, callSign, code) => expect(first(line)?.act).toMatchObject({ do: "status", unit: { callSign }, code: { code } }));

test("without a number a unit goes to the incident that is open", () => expect(first("/k ste2")?.act).toMatchObject({ do: "couple", incident: { number: "2027-000003" } }));

test("with a number to that one, the same number before one that ends with it", () => expect(lines("/k ste2 12")).toEqual(["/k STE-2 2027-000012", "/k STE-2 2027-000112"]));

test("of two with the same number none is taken before it is said which", () => {
  expect(suggest("/k ste2 12", twice).map(({ line, act }) => [line, act?.do])).toEqual([
    ["/k STE-2 2027-000012 ", undefined], ["/k STE-2 2027-000012 Beek", "couple"], ["/k STE-2 2027-000012 Stein", "couple"], ["/k STE-2 2027-000112", "couple"],
  ]);
  expect(suggest("/o 12", twice).map(({ line }) => line)).toEqual(["/o 2027-000012 ", "/o 2027-000012 Beek", "/o 2027-000012 Stein", "/o 2027-000112"]);
});

test.each(["/k ste2 Stein 12", "/k ste2 12 stei", "/k STE-2 2027-000012 Stein"])("%s says which", (line) => {
  expect(suggest(line, twice)[0]?.act).toMatchObject({ do: "couple", incident: { name: incidentName(12, "0971") } });
});

test("the open incident is named with its municipality where it shares its number", () => {
  expect(suggest("/k ste2", { ...twice, opened: twice.incidents.at(-1) })[0]?.line).toBe("/k STE-2 2027-000012 Stein");
});

test("without an open incident a note does nothing", () => {
  expect(suggest("/n boze buurman", { ...world, opened: undefined })[0]?.act).toBeUndefined();
  expect(first("/n boze buurman")?.act).toMatchObject({ do: "note", text: "boze buurman" });
});

test("what is no command offers nothing", () => expect(lines("/q")).toEqual([]));

test("what is searched in the list can be searched in the history too", () => expect(suggest("/z auto", world).map((one) => one.act)).toEqual([{ do: "seek", words: "auto" }, { do: "lookBack", words: "auto" }]));

test("the duty of a unit is opened whether it is on or off duty, and without one a unit is signed on", () => {
  expect(first("/d bee1")?.act).toMatchObject({ do: "duty", unit: { callSign: "BEE-1" }, isOnDuty: true });
  expect(first("/d bee3")?.act).toMatchObject({ do: "duty", unit: { callSign: "BEE-3" }, isOnDuty: false });
  expect(first("/d")?.act).toEqual({ do: "duty", unit: undefined, isOnDuty: false });
});

test("what cannot be done with the open incident now does nothing", () => {
  expect(first("/v")?.act).toMatchObject({ do: "ask", what: "move", incident: { number: "2027-000003" } });
  expect([first("/e")?.act, suggest("/v", { ...world, opened: undefined })[0]?.act]).toEqual([undefined, undefined]);
});

const sent = (number: number, state: AssignmentState) => create(AssignmentSchema, { name: `${incidentName(3)}/assignments/${number}`, callSign: `BEE-${number}`, state });
const busy: World = { ...world, opened: incident(3, { type: "noise", state: IncidentState.EN_ROUTE, assignments: [sent(1, AssignmentState.EN_ROUTE), sent(2, AssignmentState.OFFERED), sent(3, AssignmentState.DECLINED)] }) };
const steps = (line: string, of = busy) => suggest(line, of).map((one) => [one.line, one.act?.do]);

test("what a crew tells by radio is noted by a command: of the first unit of which it can be said, or of the named one", () => {
  expect(steps("/x")).toEqual([["/x BEE-2", "step"]]);
  expect(steps("/i")).toEqual([["/i BEE-1", "step"], ["/i BEE-2", "step"]]);
  expect(suggest("/i 2", busy)[0]?.act).toMatchObject({ do: "step", what: "withdraw", assignment: { callSign: "BEE-2" } });
  expect(steps("/y")).toEqual([["/y BEE-1", "step"]]);
});

test("where no unit is on the open incident, nothing is noted of one", () => {
  expect(suggest("/i", world)[0]).toMatchObject({ act: undefined, notIn: { number: "2027-000003" } });
});

test("another unit is sent beside the offers that were made", () => {
  expect(suggest("/j", busy)[0]?.act).toEqual({ do: "sendBeside", offers: 3 });
  expect(suggest("/j", { ...world, opened: incident(3, { type: "noise", state: IncidentState.CLOSED }) })[0]?.act).toBeUndefined();
});
