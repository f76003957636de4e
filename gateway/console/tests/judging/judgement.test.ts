import { create } from "@bufbuild/protobuf";
import { expect, test } from "vitest";
import { IncidentSchema } from "../../src/generated/handhaving/dispatch/v1/incident_pb";
import { ClassifyIncidentRequestSchema } from "../../src/generated/handhaving/dispatch/v1/incident_service_pb";
import { classificationOf, judgementOf, needsReason, type Judgement } from "../../src/judging/judgement";

const incident = create(IncidentSchema, { name: "municipalities/0888/incidents/1", etag: "3", type: "noise", priority: 3, priorityReason: "kan wachten", locationUnknownReason: "rijdt nog", cautions: ["hond op het erf"] });
const requestOf = (changes: Partial<Judgement>) => create(ClassifyIncidentRequestSchema, classificationOf(incident, { ...judgementOf(incident), ...changes }));

test("what is not changed stays as it is", () => {
  expect(requestOf({})).toMatchObject({ name: incident.name, etag: "3", type: "noise", priority: 3, priorityReason: "kan wachten", locationUnknownReason: "rijdt nog", cautions: [], cautionsCleared: false });
});

test("another priority never goes with the reason of the one before", () => {
  expect(requestOf({ priority: 1 }).priorityReason).toBe("");
  expect(requestOf({ priority: 1, priorityReason: "mes gezien" }).priorityReason).toBe("mes gezien");
  expect([needsReason(incident, 1), needsReason(incident, 3), needsReason(create(IncidentSchema, {}), 3)]).toEqual([true, false, false]);
});

test("cautions are replaced as a whole, and cleared when none is left", () => {
  expect(requestOf({ cautions: ["hond op het erf", "mes gezien"] })).toMatchObject({ cautions: ["hond op het erf", "mes gezien"], cautionsCleared: false });
  expect(requestOf({ cautions: [] })).toMatchObject({ cautions: [], cautionsCleared: true });
});

test("with a place there is no reason why there is none", () => {
  const request = requestOf({ place: { name: "Markt, Beek", municipality: "0888", latitude: 50.94, longitude: 5.79 } });

  expect([request.locationUnknownReason, request.location?.description]).toEqual(["", "Markt, Beek"]);
});
