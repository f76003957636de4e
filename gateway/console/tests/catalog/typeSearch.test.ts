import { create } from "@bufbuild/protobuf";
import { expect, test } from "vitest";
import { searchTypes } from "../../src/catalog/typeSearch";
import { IncidentTypeSchema } from "../../src/generated/handhaving/dispatch/v1/incident_pb";

const types = ["Vechtpartij of mishandeling", "Parkeeroverlast", "Overlast in het openbaar vervoer", "Jongerenoverlast"].map((displayName) => create(IncidentTypeSchema, { code: displayName, displayName }));

test.each([
  ["vecht", "Vechtpartij of mishandeling"],
  ["overl vervoer", "Overlast in het openbaar vervoer"],
  ["overlast", "Overlast in het openbaar vervoer"],
  ["PARKEER", "Parkeeroverlast"],
])("%s finds first: %s", (words, first) => expect(searchTypes(words, types)[0]?.displayName).toBe(first));

test("words that fit nothing find nothing", () => expect(searchTypes("brand", types)).toEqual([]));
