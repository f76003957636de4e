import { useTranslation } from "react-i18next";
import { usePlatformNow } from "../board/freshness";
import { municipalityOf } from "../contracts/names";
import { useDesk } from "../desk/desk";
import type { Incident } from "../generated/handhaving/dispatch/v1/incident_pb";
import { stateKey } from "../incident/states";
import { useRows } from "../look/useRows";
import { PriorityBadge } from "../queue/PriorityBadge";
import { useStore } from "../time/store";
import { millisecondsOf } from "../time/timestamp";
import { moment } from "../time/words";

/** What was found, the newest first; Enter opens. */
export function FoundList({ found }: { found: readonly Incident[] }) {
  const { t } = useTranslation();
  const { catalog, selection } = useDesk();
  const now = usePlatformNow();
  useStore(catalog);
  const rows = useRows(found.map((incident) => incident.name), undefined);
  return (
    <ul aria-label={t("past.found")} onKeyDown={rows.onKeyDown}>
      {found.map((incident) => (
        <li key={incident.name}>
          <button type="button" className="row past-row" tabIndex={incident.name === rows.entry ? 0 : -1} data-name={incident.name} onClick={() => selection.enterFound(incident)}>
            <PriorityBadge priority={incident.priority} />
            <span className="what">
              <strong>{incident.type === "" ? t("queue.unclassified") : catalog.kindName(incident)}</strong>
              <span className="where">{incident.location?.description ?? incident.description} <span className="quiet">{catalog.municipalityName(municipalityOf(incident.name) ?? "")}</span></span>
            </span>
            <span className="state">
              <span>{t(`state.${stateKey(incident.state)}`)}</span>
              <span className="quiet">{incident.number} {incident.createTime && moment(millisecondsOf(incident.createTime), now)}</span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
