import { useEffect, useState } from "react";
import type { Departure } from "../board/board";
import { isLive, useFeedPart } from "../board/freshness";
import { failureOf, type Failure } from "../contracts/failure";
import { useDesk } from "../desk/desk";
import type { Incident } from "../generated/handhaving/dispatch/v1/incident_pb";
import { useStore } from "../time/store";

export interface Opened {
  name: string | undefined;
  /** Undefined: none is open, or it is on its way. */
  incident: Incident | undefined;
  /** Whether it is on the board. */
  isPresent: boolean;
  /** Why it went from the board; undefined when it did not, as far as is known here. */
  departure: Departure | undefined;
  failure: Failure | undefined;
}

const patience = 1_000; // milliseconds in which the board tells of what was just reported

/** The incident that is open: as the board has it, else as it was found, and read again after each act on it. */
export function useOpened(): Opened {
  const { acts, clients, selection } = useDesk();
  const { incident: name, found } = useStore(selection);
  const present = useFeedPart(({ board }) => board.incidents.get(name ?? ""));
  const departure = useFeedPart(({ board }) => board.departures.get(name ?? ""));
  const live = useFeedPart(isLive);
  const isBusy = useStore(acts).busy.has(name ?? "");
  const [read, setRead] = useState<{ name: string; incident?: Incident | undefined; failure?: Failure }>();
  const isPresent = present !== undefined;
  const isKnown = departure !== undefined || found !== undefined;
  useEffect(() => {
    if (name === undefined || isPresent || isBusy || !live) return;
    const stop = new AbortController();
    const timer = setTimeout(() => void clients.incidents.getIncident({ name }, { signal: stop.signal }).then(
      ({ incident }) => {
        if (stop.signal.aborted) return;
        setRead({ name, incident });
        if (incident) selection.refound(incident);
      },
      (error: unknown) => !stop.signal.aborted && setRead({ name, failure: failureOf(error) }),
    ), isKnown ? 0 : patience);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [clients, selection, name, isPresent, isKnown, isBusy, live]);
  const own = read?.name === name ? read : undefined;
  return { name, incident: present ?? own?.incident ?? departure?.incident ?? found, isPresent, departure, failure: isPresent ? undefined : own?.failure };
}
