import { useTranslation } from "react-i18next";
import { ToldBox } from "../acting/ToldBox";
import { TroubleBox } from "../acting/TroubleBox";
import { AssignmentList } from "../assignment/AssignmentList";
import { isLive, useFeedPart } from "../board/freshness";
import { useFailureText } from "../contracts/useFailureText";
import { Sending } from "../dispatch/Sending";
import { takesUnits } from "../dispatch/takesUnits";
import { Timeline } from "../history/Timeline";
import { ReporterBox } from "../reporter/ReporterBox";
import { Facts } from "./Facts";
import { IncidentActs } from "./IncidentActs";
import { IncidentHead } from "./IncidentHead";
import "./incident.css";
import { removalKey } from "./removals";
import { useOpened } from "./useOpened";

/** The incident that is open: what it is, who is on it, what happened. */
export function IncidentPanel() {
  const { t } = useTranslation();
  const textOf = useFailureText();
  const { name, incident, isPresent, departure, failure } = useOpened();
  const live = useFeedPart(isLive);
  return (
    <section className={live ? "panel incident" : "panel incident stale"} aria-labelledby="incident-title">
      {incident ? <IncidentHead incident={incident} /> : <header className="panel-head"><h2 id="incident-title">{t("incident.title")}</h2></header>}
      <div className="panel-body">
        {departure !== undefined && !isPresent && <p role="status" className="gone">{t(`incident.gone.${removalKey(departure.reason)}`)}</p>}
        {failure && <p className="problem-line">{textOf(failure)}</p>}
        {!incident && !failure && <p className="nothing">{t(name === undefined ? "incident.none" : "incident.coming")}</p>}
        {incident && (
          <>
            <TroubleBox place={incident.name} />
            <ToldBox place={incident.name} />
            <Facts incident={incident} />
            <ReporterBox key={incident.name} incident={incident} />
            {incident !== departure?.incident && <IncidentActs incident={incident} />}
            <AssignmentList incident={incident} />
            {isPresent && takesUnits(incident) && <Sending key={incident.name} incident={incident} />}
            <Timeline incident={incident} />
          </>
        )}
      </div>
    </section>
  );
}
