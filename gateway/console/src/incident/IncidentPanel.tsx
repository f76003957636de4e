import { useTranslation } from "react-i18next";
import { isLive, useFeedPart } from "../board/freshness";
import { useDesk } from "../desk/desk";
import { useStore } from "../time/store";
import { TroubleBox } from "../acting/TroubleBox";
import { Sending } from "../dispatch/Sending";
import type { Incident } from "../generated/handhaving/dispatch/v1/incident_pb";
import { groupOf } from "../queue/order";
import { isActive } from "../assignment/active";
import { AssignmentList } from "../assignment/AssignmentList";
import { Facts } from "./Facts";
import { IncidentActs } from "./IncidentActs";
import { IncidentHead } from "./IncidentHead";
import { Timeline } from "../history/Timeline";
import { removalKey } from "./removals";
import "./incident.css";

/** The incident that is open: what it is, who is on it, what happened. */
export function IncidentPanel() {
  const { t } = useTranslation();
  const { selection } = useDesk();
  const { incident: name } = useStore(selection);
  const departure = useFeedPart(({ board }) => board.departures.get(name ?? ""));
  const present = useFeedPart(({ board }) => board.incidents.get(name ?? ""));
  const live = useFeedPart(isLive);
  const incident = present ?? departure?.incident;
  const isGone = departure !== undefined && present === undefined;
  return (
    <section className={live ? "panel incident" : "panel incident stale"} aria-labelledby="incident-title">
      {incident ? <IncidentHead incident={incident} /> : <header className="panel-head"><h2 id="incident-title">{t("incident.title")}</h2></header>}
      <div className="panel-body">
        {isGone && <p role="status" className="gone">{t(`incident.gone.${removalKey(departure.reason)}`)}</p>}
        {!incident && <p className="nothing">{t(name === undefined ? "incident.none" : "incident.coming")}</p>}
        {incident && (
          <>
            <TroubleBox place={incident.name} />
            <Facts incident={incident} />
            {!isGone && <IncidentActs incident={incident} />}
            <AssignmentList incident={incident} />
            {!isGone && takesUnits(incident) && <Sending key={`${incident.name} ${incident.assignments.filter(isActive).length}`} incident={incident} />}
            <Timeline incident={incident} />
          </>
        )}
      </div>
    </section>
  );
}

function takesUnits(incident: Incident): boolean {
  const group = groupOf(incident);
  return incident.type !== "" && (group === "waiting" || group === "running");
}
