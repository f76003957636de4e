import { create } from "@bufbuild/protobuf";
import { timestampFromMs } from "@bufbuild/protobuf/wkt";
import { expect, test } from "vitest";
import { AreaSchema } from "../../src/generated/handhaving/dispatch/v1/area_pb";
import { FixSchema, FixState } from "../../src/generated/handhaving/dispatch/v1/unit_pb";
import { LocationSchema } from "../../src/generated/handhaving/geo/v1/geo_pb";
import { attributionOf, boundsOf } from "../../src/map/areas";
import { incidentPoints, unitPoints } from "../../src/map/features";
import { incident, incidentName, unit } from "../board/messages";

const location = create(LocationSchema, { position: { latitude: 50.94, longitude: 5.8 } });

test("an incident without a place is not on the map, and the most urgent is drawn last", () => {
  const { features } = incidentPoints([incident(1, { location, priority: 1 }), incident(2), incident(3, { location, priority: 4 })], incidentName(1));

  expect(features.map((feature) => feature.properties)).toEqual([
    { name: incidentName(3), label: "4", priority: 4, waits: true, opened: false },
    { name: incidentName(1), label: "1", priority: 1, waits: true, opened: true },
  ]);
  expect(features[0]?.geometry.coordinates).toEqual([5.8, 50.94]);
});

test("a unit has its heading and says when its position is old", () => {
  const lastFix = create(FixSchema, { position: { latitude: 50.9, longitude: 5.7 }, headingDegrees: 90, state: FixState.STALE, fixTime: timestampFromMs(1_000_000) });

  expect(unitPoints([unit("BEE-1", { lastFix }), unit("BEE-2")], new Set(), 1_000_000 + 12.5 * 60_000).features.map((feature) => feature.properties)).toEqual([
    { name: "municipalities/0888/units/BEE-1", label: "BEE-1", group: "free", stale: true, heading: 90, minutes: 12 },
  ]);
});

test("the map begins with all areas in sight", () => {
  const area = (south: number, west: number) => create(AreaSchema, { bounds: { southWest: { latitude: south, longitude: west }, northEast: { latitude: south + 0.1, longitude: west + 0.2 } } });

  expect(boundsOf([area(50.8, 5.7), area(51, 5.6)])).toEqual([5.6, 50.8, 5.9, 51.1]);
});

test("our own drawing is named in the language of the page, and each source once", () => {
  const area = (source: string, attribution: string) => create(AreaSchema, { origin: { source, attribution } });

  expect(attributionOf([area("demo", "own drawing, approximate"), area("gemeenten.json", "CBS, Kadaster"), area("wijken.json", "CBS, Kadaster")], "eigen tekening")).toBe("eigen tekening, CBS, Kadaster");
});
