import type { MessageInitShape } from "@bufbuild/protobuf";
import { timestampFromMs } from "@bufbuild/protobuf/wkt";
import { EntrySelection, type ListEntriesRequestSchema } from "../../generated/handhaving/dispatch/v1/audit_service_pb";
import { dateFieldOf, momentOfField } from "../../time/words";

/** What is looked for; an empty text asks for nothing. */
export interface Filters {
  actor: string;
  /** Resource name. */
  object: string;
  /** Verb in capitals. */
  action: string;
  /** Date fields, `2027-02-07T02:14`: from this moment, and before that. */
  from: string;
  to: string;
  selection: EntrySelection;
}

const usual = 7 * 24 * 60 * 60_000; // milliseconds

/** What the page begins with: the last days. */
export function usualFilters(now: number): Filters {
  return { actor: "", object: "", action: "", from: dateFieldOf(now - usual), to: "", selection: EntrySelection.UNSPECIFIED };
}

export type FilterProblem = "from" | "to" | "order";

/** What keeps a search from being asked. */
export function problemOf({ from, to }: Filters): FilterProblem | undefined {
  const [begin, end] = [momentOfField(from), momentOfField(to)];
  if (from !== "" && begin === undefined) return "from";
  if (to !== "" && end === undefined) return "to";
  return begin !== undefined && end !== undefined && end <= begin ? "order" : undefined;
}

/** Asks for the latest lines first. */
export function requestOf(parent: string, { actor, object, action, from, to, selection }: Filters): MessageInitShape<typeof ListEntriesRequestSchema> {
  const [begin, end] = [momentOfField(from), momentOfField(to)];
  return {
    parent,
    actor: actor.trim(),
    object: object.trim(),
    action,
    selection,
    newestFirst: true,
    ...(begin !== undefined && { fromTime: timestampFromMs(begin) }),
    ...(end !== undefined && { toTime: timestampFromMs(end) }),
  };
}
