import { create } from "@bufbuild/protobuf";
import { expect, test } from "vitest";
import { IncidentSource } from "../../src/generated/handhaving/dispatch/v1/incident_pb";
import { ReportIncidentRequestSchema } from "../../src/generated/handhaving/dispatch/v1/incident_service_pb";
import { blank, isComplete, missingOf, requestOf, type DraftState } from "../../src/report/draft";

const market = { name: "Markt, Beek", municipality: "0888", latitude: 50.9405, longitude: 5.7975 };
const whole: DraftState = { ...blank, type: "parking.nuisance", place: market, placeWords: market.name, municipality: "0888", whereabouts: "inTeam", description: " auto op de stoep " };

test("a whole report carries type, priority and place", () => {
  const request = create(ReportIncidentRequestSchema, requestOf(whole));

  expect([missingOf(whole), isComplete(whole), request.parent]).toEqual([undefined, true, "municipalities/0888"]);
  expect(request.incident).toMatchObject({
    source: IncidentSource.PHONE, type: "parking.nuisance", priority: 3, description: "auto op de stoep", cautions: [],
    location: { position: { latitude: 50.9405, longitude: 5.7975 }, description: "Markt, Beek" },
  });
  expect(request.reporter).toBeUndefined();
});

test("a place that is not on the map goes with the text", () => {
  const request = create(ReportIncidentRequestSchema, requestOf({ ...whole, place: undefined, placeWords: "achter de loods" }));

  expect([request.incident?.location, request.incident?.description]).toEqual([undefined, "achter de loods\nauto op de stoep"]);
});

test("a kind of incident that was typed and not chosen goes with the text", () => {
  const request = create(ReportIncidentRequestSchema, requestOf({ ...whole, type: "", typeWords: "ezel" }));

  expect([request.incident?.type, request.incident?.description]).toEqual(["", "ezel\nauto op de stoep"]);
});

test.each<[string, Partial<DraftState>, ReturnType<typeof missingOf>]>([
  ["nothing to report", { place: undefined, placeWords: " ", description: " " }, "what"],
  ["no municipality", { place: undefined, municipality: "" }, "municipality"],
  ["outside all areas", { whereabouts: "outside" }, "area"],
  ["in another's municipality", { whereabouts: "otherTeam" }, "area"],
  ["a text alone", { type: "", place: undefined, placeWords: "" }, undefined],
])("with %s it says so", (_, changes, missing) => expect(missingOf({ ...whole, ...changes })).toBe(missing));

test("each line is a caution, and why there is no place goes along when there is none", () => {
  const noPlace = { ...whole, place: undefined, cautions: " hond op het erf \n\nmes gezien", whyNoPlace: " rijdt nog " };

  expect(create(ReportIncidentRequestSchema, requestOf(noPlace)).incident).toMatchObject({ cautions: ["hond op het erf", "mes gezien"], locationUnknownReason: "rijdt nog" });
  expect(create(ReportIncidentRequestSchema, requestOf({ ...noPlace, place: market })).incident?.locationUnknownReason).toBe("");
  expect([isComplete(noPlace), isComplete({ ...noPlace, whyNoPlace: " " })]).toEqual([true, false]);
  expect(missingOf({ ...whole, cautions: "a".repeat(201) })).toBe("cautions");
});

test("who reports goes apart from the incident, and only when somebody does", () => {
  const request = create(ReportIncidentRequestSchema, requestOf({ ...whole, reporterPhone: " 046 123 " }));

  expect(request.reporter).toMatchObject({ displayName: "", phone: "046 123" });
});
