import { useTranslation } from "react-i18next";
import { usePlatformNow } from "../board/freshness";
import { AssignmentRole, AssignmentState, type Assignment } from "../generated/handhaving/dispatch/v1/assignment_pb";
import type { Incident } from "../generated/handhaving/dispatch/v1/incident_pb";
import { millisecondsOf } from "../time/timestamp";
import { minutesAndSeconds, timeOfDay } from "../time/words";
import { isActive } from "./active";
import { Steps } from "./Steps";
import { assignmentKey } from "../incident/states";

/** Units on the incident and those that were, each with the ladder of its times. */
export function AssignmentList({ incident }: { incident: Incident }) {
  const { t } = useTranslation();
  if (incident.assignments.length === 0) return null;
  return (
    <section aria-labelledby="assignments-title">
      <h3 id="assignments-title">{t("assignment.title")}</h3>
      <ul className="assignments">
        {incident.assignments.toSorted((one, other) => Number(isActive(other)) - Number(isActive(one))).map((assignment, index) => <Line key={assignment.name} assignment={assignment} isFirst={index === 0} />)}
      </ul>
    </section>
  );
}

function Line({ assignment, isFirst }: { assignment: Assignment; isFirst: boolean }) {
  const { t } = useTranslation();
  const now = usePlatformNow();
  const left = assignment.state === AssignmentState.OFFERED && assignment.expireTime ? millisecondsOf(assignment.expireTime) - now : undefined;
  return (
    <li className={isActive(assignment) ? "assignment active" : "assignment"}>
      <strong>{assignment.callSign}</strong>
      <span>{t(`assignment.state.${assignmentKey(assignment.state)}`)}{left !== undefined && <> <span className="units">{minutesAndSeconds(left)}</span></>}</span>
      {assignment.role === AssignmentRole.BACKUP && <span className="quiet">{t("assignment.backup")}</span>}
      {assignment.override && <span className="unit-warning">{t("assignment.override", { reason: assignment.override.reason })}</span>}
      {assignment.endReason !== "" && <span className="quiet">{assignment.endReason}</span>}
      <ol className="ladder">
        {ladderOf(assignment).map(([key, at]) => <li key={key}><span className="quiet">{t(`assignment.step.${key}`)}</span> {timeOfDay(at)}</li>)}
      </ol>
      <Steps assignment={assignment} isFirst={isFirst} />
    </li>
  );
}

type Step = "offered" | "accepted" | "enRoute" | "onScene" | "ended";

function ladderOf(assignment: Assignment): [Step, number][] {
  const steps: [Step, Assignment["offerTime"]][] = [
    ["offered", assignment.offerTime], ["accepted", assignment.acceptTime], ["enRoute", assignment.enRouteTime], ["onScene", assignment.onSceneTime], ["ended", assignment.endTime],
  ];
  return steps.flatMap(([step, at]) => (at ? [[step, millisecondsOf(at)] as [Step, number]] : []));
}
