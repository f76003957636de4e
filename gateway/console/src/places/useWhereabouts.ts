import { useEffect } from "react";
import { useDesk } from "../desk/desk";
import { PointState } from "../generated/handhaving/dispatch/v1/area_service_pb";
import type { Place } from "./place";

/** Where a point lies: code of the municipality; `outside` = in none that is known. */
export type Whereabouts = { municipality: string } | "outside";

/** Asks the platform in which municipality a chosen point lies, and tells it; nothing when it cannot be said. */
export function useWhereabouts(place: Place | undefined, tell: (at: Whereabouts) => void): void {
  const { clients, team } = useDesk();
  useEffect(() => {
    if (!place) return;
    const stop = new AbortController();
    clients.areas
      .locatePoint({ parent: `teams/${team}`, position: { latitude: place.latitude, longitude: place.longitude } }, { signal: stop.signal })
      .then(({ state, municipality }) => {
        if (stop.signal.aborted) return;
        if (state === PointState.OUTSIDE) tell("outside");
        else if (municipality) tell({ municipality: municipality.code });
      })
      .catch(() => undefined); // nothing is said then, and saving says what the platform thinks of it
    return () => stop.abort();
  }, [clients, team, place, tell]);
}
