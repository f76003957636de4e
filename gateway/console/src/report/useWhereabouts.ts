import { useEffect } from "react";
import { useDesk } from "../desk/desk";
import { PointState } from "../generated/handhaving/dispatch/v1/area_service_pb";
import type { Place } from "../places/place";

/** Asks the platform in which municipality the chosen point lies, and says so in the draft at once. */
export function useWhereabouts(place: Place | undefined): void {
  const { clients, draft, team, person } = useDesk();
  useEffect(() => {
    if (!place) return;
    const stop = new AbortController();
    clients.areas
      .locatePoint({ parent: `teams/${team}`, position: { latitude: place.latitude, longitude: place.longitude } }, { signal: stop.signal })
      .then(({ state, municipality }) => {
        if (stop.signal.aborted) return;
        if (state === PointState.OUTSIDE) draft.change({ whereabouts: "outside", municipality: "" });
        else if (municipality) draft.change({ whereabouts: person.municipalities.includes(municipality.code) ? "inTeam" : "otherTeam", municipality: municipality.code });
      })
      .catch(() => undefined); // nothing is said then, and saving says what the platform thinks of it
    return () => stop.abort();
  }, [clients, draft, team, person, place]);
}
