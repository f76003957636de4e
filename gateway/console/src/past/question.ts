import type { MessageInitShape } from "@bufbuild/protobuf";
import { timestampFromMs } from "@bufbuild/protobuf/wkt";
import { IncidentState } from "../generated/handhaving/dispatch/v1/incident_pb";
import type { SearchIncidentsRequestSchema } from "../generated/handhaving/dispatch/v1/incident_service_pb";
import { momentOfField } from "../time/words";

/** Which incidents are wanted: all, or only those that are over, or that are not. */
export const kinds = ["all", "ended", "open"] as const;

export type Kind = (typeof kinds)[number];

/** What is looked for, as it is typed. */
export interface Question {
  /** Words of description and place, or a number. */
  words: string;
  kind: Kind;
  /** First day, `2027-02-07`; empty = from the beginning. */
  from: string;
  /** Last day; empty = until now. */
  until: string;
}

export const anything: Question = { words: "", kind: "all", from: "", until: "" };

const ended = [IncidentState.CLOSED, IncidentState.CANCELLED];
const open = [
  IncidentState.RECEIVED, IncidentState.PENDING, IncidentState.ASSIGNED, IncidentState.EN_ROUTE, IncidentState.ON_SCENE, IncidentState.HANDLED, IncidentState.SCHEDULED, IncidentState.ON_HOLD,
  IncidentState.AWAITING_REPORTER,
];

const statesOf: Readonly<Record<Kind, readonly IncidentState[]>> = { all: [], ended, open };

export function requestOf(parent: string, { words, kind, from, until }: Question): MessageInitShape<typeof SearchIncidentsRequestSchema> {
  const number = numberIn(words);
  const first = momentOfField(`${from}T00:00`);
  const end = momentOfField(`${dayAfter(until)}T00:00`);
  return {
    parent, query: number === undefined ? words.trim() : "",
    filter: {
      states: [...statesOf[kind]], number: number ?? "",
      ...(first !== undefined && { fromTime: timestampFromMs(first) }), ...(end !== undefined && { toTime: timestampFromMs(end) }),
    },
  };
}

/** Number of an incident, when nothing else is typed: `2027-12` is 2027-000012. */
export function numberIn(words: string): string | undefined {
  const [, year, digits] = /^\s*(\d{4})-(\d{1,6})\s*$/.exec(words) ?? [];
  return year === undefined || digits === undefined ? undefined : `${year}-${digits.padStart(6, "0")}`;
}

/** A text as a header can carry it: letters without their accents, and what has no such letter left out. */
export function headerText(text: string): string {
  return text.normalize("NFD").replaceAll(/\s+/g, " ").replaceAll(/[^\x20-\x7e]/g, "").trim();
}

// By the calendar alone: a day is not always 24 hours.
function dayAfter(day: string): string {
  const at = Date.parse(`${day}T00:00Z`);
  return Number.isNaN(at) ? "" : new Date(at + 86_400_000).toISOString().slice(0, 10);
}
