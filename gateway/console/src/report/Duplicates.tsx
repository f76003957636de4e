import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useDesk } from "../desk/desk";
import type { DuplicateCandidate } from "../generated/handhaving/dispatch/v1/incident_service_pb";
import type { Place } from "../places/place";
import { stateKey } from "../incident/states";
import { minutesAndSeconds } from "../time/words";

const settle = 200; // milliseconds after the last choice

/** Incidents that may be the same event, found while the report is typed. A person decides. */
export function Duplicates({ type, place }: { type: string; place: Place | undefined }) {
  const { t } = useTranslation();
  const { catalog, selection } = useDesk();
  const candidates = useDuplicates(type, place);
  return (
    <section aria-label={t("report.duplicates")} aria-live="polite" className="duplicates">
      {candidates.length > 0 && <p className="caution">{t("report.duplicatesFound", { count: candidates.length })}</p>}
      <ul>
        {candidates.map(({ incident, distanceMeters, apartSeconds }) => incident && (
          <li key={incident.name}>
            <button type="button" onClick={() => selection.enter(incident.name)}>
              {catalog.kindName(incident)} {incident.number}, {t("report.away", { meters: distanceMeters, time: minutesAndSeconds(Number(apartSeconds) * 1000) })}, {t(`state.${stateKey(incident.state)}`)}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function useDuplicates(type: string, place: Place | undefined): readonly DuplicateCandidate[] {
  const { clients } = useDesk();
  const [found, setFound] = useState<readonly DuplicateCandidate[]>([]);
  useEffect(() => {
    const stop = new AbortController();
    const find = async () => {
      if (type === "" || !place) return [];
      await new Promise((resolve) => setTimeout(resolve, settle));
      if (stop.signal.aborted) return [];
      const position = { latitude: place.latitude, longitude: place.longitude };
      return (await clients.incidents.findDuplicates({ parent: "municipalities/-", type, position }, { signal: stop.signal })).candidates;
    };
    find().then((candidates) => !stop.signal.aborted && setFound(candidates), () => setFound([]));
    return () => stop.abort();
  }, [clients, type, place]);
  return found;
}
