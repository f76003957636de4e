import type { Feature, FeatureCollection, Point } from "geojson";
import { groupOf } from "../queue/order";
import type { Incident } from "../generated/handhaving/dispatch/v1/incident_pb";
import { FixState, type Unit } from "../generated/handhaving/dispatch/v1/unit_pb";
import { millisecondsOf } from "../time/timestamp";
import { unitGroupOf } from "../units/order";

const minute = 60_000; // milliseconds

export type Points = FeatureCollection<Point>;

/** Incidents whose place is known, as points; the most urgent last, so that it is drawn on top. */
export function incidentPoints(incidents: Iterable<Incident>, opened: string | undefined): Points {
  const sorted = [...incidents].sort((one, other) => (other.priority || 6) - (one.priority || 6));
  return collection(sorted.flatMap((incident) => {
    const at = incident.location?.position;
    return at ? [point(at, { name: incident.name, label: String(incident.priority || "?"), priority: incident.priority, waits: groupOf(incident) === "waiting", opened: incident.name === opened })] : [];
  }));
}

/**
 * Units whose position is known, as points with their heading (-1 = not known) and the age of the position in minutes (-1 = not known).
 * @param over names of those whose duty is over.
 * @param now of the platform, in milliseconds since 1970.
 */
export function unitPoints(units: Iterable<Unit>, over: ReadonlySet<string>, now: number): Points {
  return collection([...units].flatMap((unit) => {
    const fix = unit.lastFix;
    return fix?.position ? [point(fix.position, { name: unit.name, label: unit.callSign, group: unitGroupOf(unit, over.has(unit.name)), stale: fix.state === FixState.STALE, heading: fix.headingDegrees ?? -1, minutes: fix.fixTime ? Math.floor(Math.max(0, now - millisecondsOf(fix.fixTime)) / minute) : -1 })] : [];
  }));
}

function point(at: { latitude: number; longitude: number }, properties: Record<string, string | number | boolean>): Feature<Point> {
  return { type: "Feature", geometry: { type: "Point", coordinates: [at.longitude, at.latitude] }, properties };
}

function collection(features: Feature<Point>[]): Points {
  return { type: "FeatureCollection", features };
}
