import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { AssignmentState } from "../../generated/handhaving/dispatch/v1/assignment_pb";
import { assignmentKey } from "../../incident/states";
import { PriorityBadge } from "../../queue/PriorityBadge";
import { timeOfDay } from "../../time/words";
import { useField } from "../field";
import type { Gone } from "./goneJobs";
import { useRinging } from "./useRinging";

/** A job that is the crew's no more: it sounds until somebody says to have seen it. */
export function GoneJob({ gone: { job, how, reason, byDesk, at } }: { gone: Gone }) {
  const { t } = useTranslation();
  const { catalog, goneJobs } = useField();
  const { incident, assignment } = job;
  useRinging("lost", assignment.name, true);
  useEffect(() => {
    scrollTo({ top: 0 }); // gives a promise in newer browsers, which is no cleanup
  }, []);
  return (
    <section role="alert" className="job gone" data-name={incident.name}>
      <p className="job-state">{t("field.gone.title")}</p>
      <h2><PriorityBadge priority={incident.priority} /> {incident.type === "" ? t("queue.unclassified") : catalog.typeName(incident.type)}</h2>
      <p className="place">{incident.location?.description ?? ""} <span className="quiet">{incident.number}</span></p>
      <p><strong>{how === AssignmentState.UNSPECIFIED ? t("field.gone.ended") : t(`assignment.state.${assignmentKey(how)}`)}</strong> {timeOfDay(at)}{byDesk && ` ${t("assignment.told.byDesk")}`}</p>
      {reason !== "" && <p>{t("field.gone.reason", { reason })}</p>}
      <p>{t(how === AssignmentState.UNSPECIFIED ? "field.gone.ask" : "field.gone.stop")}</p>
      <button type="button" className="key main" onClick={() => goneJobs.seen(assignment.name)}>{t("field.gone.seen")}</button>
    </section>
  );
}
