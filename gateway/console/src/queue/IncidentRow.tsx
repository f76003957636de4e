import { memo } from "react";
import { useTranslation } from "react-i18next";
import { isActive } from "../assignment/active";
import { UnseenMark } from "../assignment/UnseenMark";
import { stateKey } from "../incident/states";
import type { Incident } from "../generated/handhaving/dispatch/v1/incident_pb";
import { groupOf, isOffered, isSignalled, since } from "./order";
import { PriorityBadge } from "./PriorityBadge";
import { Waiting } from "./Waiting";

interface Properties {
  incident: Incident;
  type: string;
  municipality: string;
  isOpen: boolean;
  isEntry: boolean;
  open: (name: string) => void;
}

/** One incident in the queue. Drawn anew only when it changed: each second only its time moves. */
export const IncidentRow = memo(function IncidentRow({ incident, type, municipality, isOpen, isEntry, open }: Properties) {
  const { t } = useTranslation();
  const units = incident.assignments.filter(isActive).map((assignment) => assignment.callSign).join(", ");
  const offered = groupOf(incident) === "waiting" && isOffered(incident);
  return (
    <li>
      <button type="button" className="row incident-row" aria-current={isOpen ? "true" : undefined} tabIndex={isEntry ? 0 : -1} data-name={incident.name} onClick={() => open(incident.name)}>
        <PriorityBadge priority={incident.priority} />
        <span className="what">
          <strong>{type === "" ? t("queue.unclassified") : type}</strong>
          <span className="where"><span className="place">{incident.location?.description ?? incident.description}</span> <span className="quiet">{municipality}</span></span>
        </span>
        <span className="state">
          {isSignalled(incident) && <span className="signal">{t("queue.look")}</span>}
          <span>{offered ? t("queue.offered", { units }) : t(`state.${stateKey(incident.state)}`)}</span>
          <UnseenMark assignments={incident.assignments} />
          {!offered && units !== "" && <span className="units">{units}</span>}
        </span>
        <span className="right">
          <Waiting since={since(incident)} ages={groupOf(incident) === "waiting"} />
          <span className="quiet">{incident.number}</span>
        </span>
      </button>
    </li>
  );
});
