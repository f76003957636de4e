import { create, type MessageInitShape } from "@bufbuild/protobuf";
import { ClassifyIncidentRequestSchema } from "../generated/handhaving/dispatch/v1/incident_service_pb";
import type { Incident } from "../generated/handhaving/dispatch/v1/incident_pb";
import type { Place } from "../places/place";
import { isSame } from "./cautions";

/** What a desk decides that an incident is. */
export interface Judgement {
  type: string;
  priority: number;
  /** Why it has another priority than before. */
  priorityReason: string;
  /** Undefined: the place stays as it is. */
  place: Place | undefined;
  /** Why no place can be given, when none is known. */
  whyNoPlace: string;
  /** What a crew must know, all of it. */
  cautions: readonly string[];
}

/** What is known of an incident, to change some of it. */
export function judgementOf({ type, priority, locationUnknownReason, cautions }: Incident): Judgement {
  return { type, priority, priorityReason: "", place: undefined, whyNoPlace: locationUnknownReason, cautions };
}

/** Whether an incident that was judged before gets another priority: that is said with a reason. */
export function needsReason({ priority }: Incident, chosen: number): boolean {
  return priority > 0 && priority !== chosen;
}

/** The request on the version that is known: a reason stays with its priority, and cautions stay when none of them changes. */
export function classificationOf(incident: Incident, { type, priority, priorityReason, place, whyNoPlace, cautions }: Judgement): MessageInitShape<typeof ClassifyIncidentRequestSchema> {
  const isChanged = !isSame(cautions, incident.cautions);
  return create(ClassifyIncidentRequestSchema, {
    name: incident.name,
    etag: incident.etag,
    type,
    priority,
    priorityReason: priority === incident.priority ? priorityReason || incident.priorityReason : priorityReason,
    locationUnknownReason: place ?? incident.location ? "" : whyNoPlace,
    cautions: isChanged ? [...cautions] : [],
    cautionsCleared: isChanged && cautions.length === 0,
    ...(place && { location: { position: { latitude: place.latitude, longitude: place.longitude }, description: place.name } }),
  });
}
