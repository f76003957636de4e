import { useTranslation } from "react-i18next";
import { usePlatformNow } from "../board/freshness";
import { useDesk } from "../desk/desk";
import { IncidentSignal, type Incident } from "../generated/handhaving/dispatch/v1/incident_pb";
import { Fact } from "../look/Fact";
import { millisecondsOf } from "../time/timestamp";
import { moment } from "../time/words";

/** What an incident is and where; first what must be known before somebody goes there. */
export function Facts({ incident }: { incident: Incident }) {
  const { t } = useTranslation();
  const { catalog } = useDesk();
  const now = usePlatformNow();
  const reported = incident.reportTime ?? incident.createTime;
  return (
    <div className="facts">
      {incident.signals.includes(IncidentSignal.LEAD_LOST) && <p className="caution">{t("incident.leadLost")}</p>}
      {incident.signals.includes(IncidentSignal.HOLD_ENDED) && <p className="caution">{t("incident.holdEnded")}</p>}
      {incident.cautions.map((caution) => <p key={caution} className="caution">{caution}</p>)}
      <p className="description">{incident.description}</p>
      <dl>
        <Fact name={t("incident.place")} value={incident.location?.description || incident.locationUnknownReason || t("incident.placeOnMap")} />
        <Fact name={t("incident.reason")} value={incident.priorityReason} />
        {reported && <Fact name={t("incident.reported")} value={moment(millisecondsOf(reported), now)} />}
        {incident.hold?.untilTime && <Fact name={t("incident.hold")} value={`${moment(millisecondsOf(incident.hold.untilTime), now)} ${incident.hold.reason}`} />}
        <Fact name={t("incident.outcome")} value={catalog.outcomeNames(incident).join(", ")} />
      </dl>
    </div>
  );
}
