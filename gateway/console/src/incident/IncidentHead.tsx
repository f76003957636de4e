import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { municipalityOf } from "../contracts/names";
import { useDesk } from "../desk/desk";
import type { Incident } from "../generated/handhaving/dispatch/v1/incident_pb";
import { PriorityBadge } from "../queue/PriorityBadge";
import { stateKey } from "./states";

export function IncidentHead({ incident }: { incident: Incident }) {
  const { t } = useTranslation();
  const { catalog, selection } = useDesk();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (selection.takeFocus()) title.current?.focus();
  }, [selection, incident.name]);
  return (
    <header className="panel-head incident-head">
      <PriorityBadge priority={incident.priority} />
      <h2 id="incident-title" ref={title} tabIndex={-1}>{incident.type === "" ? t("queue.unclassified") : catalog.kindName(incident)}</h2>
      <span className={`incident-state ${stateKey(incident.state)}`}>{t(`state.${stateKey(incident.state)}`)}</span>
      <span className="quiet">{incident.number} {catalog.municipalityName(municipalityOf(incident.name) ?? "")}</span>
    </header>
  );
}
