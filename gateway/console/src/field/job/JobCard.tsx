import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { AssignmentState } from "../../generated/handhaving/dispatch/v1/assignment_pb";
import { IncidentSignal } from "../../generated/handhaving/dispatch/v1/incident_pb";
import { assignmentKey } from "../../incident/states";
import { PriorityBadge } from "../../queue/PriorityBadge";
import "../../queue/queue.css";
import "../../incident/incident.css";
import type { UnitFeed } from "../duty/unitFeed";
import { useField } from "../field";
import type { Job } from "./job";
import { JobSteps } from "./JobSteps";
import { Notes } from "./Notes";
import { Offer } from "../offer/Offer";
import { Others } from "./Others";
import { Way } from "./Way";

/** The job at hand: first what must be known before going there, then where, then what. */
export function JobCard({ job, feed }: { job: Job; feed: UnitFeed }) {
  const { t } = useTranslation();
  const { catalog } = useField();
  const { incident, assignment, state } = job;
  useEffect(() => void catalog.learn(incident.name, { anew: false }), [catalog, incident.name]);
  const isOffer = state === AssignmentState.OFFERED;
  return (
    <section className={isOffer ? "job offered" : "job"} aria-labelledby="job-title" data-name={incident.name}>
      <p className="job-state" role="status">{t(`assignment.state.${assignmentKey(state)}`)}</p>
      <h2 id="job-title"><PriorityBadge priority={incident.priority} /> {incident.type === "" ? t("queue.unclassified") : catalog.kindName(incident)}</h2>
      {incident.signals.includes(IncidentSignal.LEAD_LOST) && <p className="caution">{t("incident.leadLost")}</p>}
      {incident.cautions.map((caution) => <p key={caution} className="caution">{caution}</p>)}
      {assignment.override && <p className="caution">{t("assignment.override", { reason: assignment.override.reason })}</p>}
      {isOffer && <Offer assignment={assignment} feed={feed} />}
      <Way incident={incident} />
      <p className="description">{incident.description}</p>
      <p className="quiet">{incident.number}</p>
      <Others incident={incident} own={assignment.name} />
      {!isOffer && <JobSteps job={job} feed={feed} />}
      {!isOffer && <Notes incident={incident} />}
    </section>
  );
}
