import { useTranslation } from "react-i18next";
import { usePlatformNow } from "../board/freshness";
import { AssignmentRole, AssignmentState, type Assignment, type StepReport } from "../generated/handhaving/dispatch/v1/assignment_pb";
import type { Incident } from "../generated/handhaving/dispatch/v1/incident_pb";
import { millisecondsOf } from "../time/timestamp";
import { minutesAndSeconds, timeOfDay } from "../time/words";
import { useOwnerName } from "../catalog/useOwnerName";
import { isActive } from "./active";
import { Instead } from "./Instead";
import { isUnseen } from "./unseen";
import { Told } from "../history/Told";
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
        {incident.assignments.toSorted((one, other) => Number(isActive(other)) - Number(isActive(one))).map((assignment, index) => <Line key={assignment.name} incident={incident} assignment={assignment} isFirst={index === 0} />)}
      </ul>
    </section>
  );
}

function Line({ incident, assignment, isFirst }: { incident: Incident; assignment: Assignment; isFirst: boolean }) {
  const { t } = useTranslation();
  const ownerName = useOwnerName();
  const now = usePlatformNow();
  const left = assignment.state === AssignmentState.OFFERED && assignment.expireTime ? millisecondsOf(assignment.expireTime) - now : undefined;
  return (
    <li className={isActive(assignment) ? "assignment active" : "assignment"}>
      <strong>{assignment.callSign}</strong>
      <span>{t(`assignment.state.${assignmentKey(assignment.state)}`)}{left !== undefined && <> <span className="units">{minutesAndSeconds(left)}</span></>}</span>
      {assignment.role === AssignmentRole.BACKUP && <span className="quiet">{t("assignment.backup")}</span>}
      {assignment.lender !== "" && <span className="unit-warning">{t("assignment.lender", { owner: ownerName(assignment.lender) })}</span>}
      {assignment.override && <span className="unit-warning">{t("assignment.override", { reason: assignment.override.reason })}</span>}
      {assignment.endReason !== "" && <span className="quiet">{assignment.endReason}</span>}
      <ol className="ladder">
        {ladderOf(assignment).map(([key, at, report]) => (
          <li key={key}><span className="quiet">{t(`assignment.step.${key}`)}</span> {timeOfDay(at)} <Told at={at} by={report?.reportedBy} recorded={report?.recordTime} /></li>
        ))}
      </ol>
      {isUnseen(assignment, now) && <Instead incident={incident} assignment={assignment} />}
      <Steps assignment={assignment} isFirst={isFirst} />
    </li>
  );
}

type Step = "offered" | "shown" | "accepted" | "enRoute" | "onScene" | "ended";

function ladderOf(assignment: Assignment): [Step, number, StepReport | undefined][] {
  const steps: [Step, Assignment["offerTime"], StepReport | undefined][] = [
    ["offered", assignment.offerTime, undefined], ["shown", assignment.shownTime, undefined], ["accepted", assignment.acceptTime, assignment.acceptReport], ["enRoute", assignment.enRouteTime, assignment.enRouteReport],
    ["onScene", assignment.onSceneTime, assignment.onSceneReport], ["ended", assignment.endTime, assignment.endReport],
  ];
  return steps.flatMap(([step, at, report]) => (at ? [[step, millisecondsOf(at), report] as [Step, number, StepReport | undefined]] : []));
}
