import { create } from "@bufbuild/protobuf";
import { expect, test } from "vitest";
import { IncidentState } from "../../src/generated/handhaving/dispatch/v1/incident_pb";
import { SearchIncidentsRequestSchema } from "../../src/generated/handhaving/dispatch/v1/incident_service_pb";
import { anything, headerText, numberIn, requestOf, type Question } from "../../src/past/question";
import { millisecondsOf } from "../../src/time/timestamp";

const request = (changes: Partial<Question>) => create(SearchIncidentsRequestSchema, requestOf("teams/westelijke-mijnstreek", { ...anything, ...changes }));

test("words are looked for as they are, a number by itself", () => {
  expect([request({ words: " auto stoep " }).query, request({ words: " auto stoep " }).filter?.number]).toEqual(["auto stoep", ""]);
  expect([request({ words: "2027-12" }).query, request({ words: "2027-12" }).filter?.number]).toEqual(["", "2027-000012"]);
});

test.each([["2027-000012", "2027-000012"], [" 2027-1 ", "2027-000001"], ["27-1", undefined], ["2027-12 stoep", undefined]])("%s as a number: %s", (words, number) => expect(numberIn(words)).toBe(number));

test("a period is whole days by Dutch clocks, also when they change", () => {
  const { filter } = request({ from: "2027-03-28", until: "2027-03-28" });

  expect([filter?.fromTime, filter?.toTime].map((time) => time && new Date(millisecondsOf(time)).toISOString())).toEqual(["2027-03-27T23:00:00.000Z", "2027-03-28T22:00:00.000Z"]);
  expect([request({}).filter?.fromTime, request({}).filter?.toTime]).toEqual([undefined, undefined]);
});

test("ended and open together are all states", () => {
  const states = [...(request({ kind: "ended" }).filter?.states ?? []), ...(request({ kind: "open" }).filter?.states ?? [])].sort();

  expect(states).toEqual(Object.values(IncidentState).filter((state): state is IncidentState => typeof state === "number" && state !== IncidentState.UNSPECIFIED).sort());
  expect(request({}).filter?.states).toEqual([]);
});

test.each([["financiën Café", "financien Cafe"], ["  vraag\nvan  de leiding ", "vraag van de leiding"], ["…", ""]])("%j goes into a header as %j", (text, header) => expect(headerText(text)).toBe(header));
