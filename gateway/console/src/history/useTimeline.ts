import { useEffect, useState } from "react";
import type { Clients } from "../contracts/clients";
import { failureOf, type Failure } from "../contracts/failure";
import type { TimelineEntry } from "../generated/handhaving/dispatch/v1/incident_pb";

export interface TimelineState {
  entries: readonly TimelineEntry[];
  failure: Failure | undefined;
}

const rows = 200;
const againAfter = 10_000; // milliseconds

/** History of an incident, read anew whenever the incident has another version, and after a while when it could not be read. */
export function useTimeline(incidents: Clients["incidents"], name: string, etag: string): TimelineState {
  const [state, setState] = useState<TimelineState & { of: string }>({ of: name, entries: [], failure: undefined });
  useEffect(() => {
    const stop = new AbortController();
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const read = async () => {
      const entries: TimelineEntry[] = [];
      let pageToken = "";
      do {
        const page = await incidents.listTimelineEntries({ parent: name, pageSize: rows, pageToken }, { signal: stop.signal });
        entries.push(...page.entries);
        pageToken = page.nextPageToken;
      } while (pageToken !== "");
      setState({ of: name, entries, failure: undefined });
    };
    const begin = () => void read().catch((error: unknown) => {
      if (stop.signal.aborted) return;
      const failure = failureOf(error);
      setState((before) => ({ ...before, of: name, entries: before.of === name ? before.entries : [], failure }));
      if (failure.inDoubt) waiting = setTimeout(begin, againAfter);
    });
    begin();
    return () => {
      clearTimeout(waiting);
      stop.abort();
    };
  }, [incidents, name, etag]);
  return state.of === name ? state : { entries: [], failure: undefined };
}
