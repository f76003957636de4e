import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFailureText } from "../contracts/useFailureText";
import { AssignmentRole } from "../generated/handhaving/dispatch/v1/assignment_pb";
import type { Incident } from "../generated/handhaving/dispatch/v1/incident_pb";
import type { UnitPick } from "../generated/handhaving/dispatch/v1/incident_service_pb";
import { millisecondsOf } from "../time/timestamp";
import { timeOfDay } from "../time/words";
import { isActive } from "../assignment/active";
import { Key } from "../keys/Key";
import { Pick } from "./Pick";
import { Rejections } from "./Rejections";
import { useRecommendation } from "./useRecommendation";
import "./dispatch.css";

/** Units that can be sent, best first, with why; then those that cannot, with why not. */
export function UnitsToSend({ incident }: { incident: Incident }) {
  const { t } = useTranslation();
  const textOf = useFailureText();
  const [role, setRole] = useState(incident.assignments.some(isActive) ? AssignmentRole.BACKUP : AssignmentRole.PRIMARY);
  const { answer, failure, again } = useRecommendation(incident, role);
  return (
    <section aria-labelledby="units-to-send" className="to-send">
      <h3 id="units-to-send">{t("send.title")}
        <span className="buttons">
          {answer?.computeTime && <span className="quiet">{timeOfDay(millisecondsOf(answer.computeTime))}</span>}
          <button type="button" data-act="backup" aria-pressed={role === AssignmentRole.BACKUP} onClick={() => setRole(role === AssignmentRole.BACKUP ? AssignmentRole.PRIMARY : AssignmentRole.BACKUP)}>{t("send.backup")} <Key of="backup" /></button>
          <button type="button" data-act="again" onClick={again}>{t("send.again")} <Key of="again" /></button>
        </span>
      </h3>
      {failure && <p className="problem-line">{textOf(failure)}</p>}
      {!answer && !failure && <p className="nothing">{t("send.seeking")}</p>}
      {answer && <Shortfall text={answer.shortfallDetail?.text ?? answer.shortfall} ways={answer.shortfallDetail?.waysOut.map((way) => way.text) ?? []} />}
      <ol>{answer?.picks.map((pick: UnitPick, index) => <Pick key={pick.unit} pick={pick} incident={incident} role={role} at={index} refused={again} />)}</ol>
      {answer && answer.rejections.length > 0 && <Rejections rejections={answer.rejections} count={answer.rejectionCount} />}
    </section>
  );
}

function Shortfall({ text, ways }: { text: string; ways: readonly string[] }) {
  return text === "" ? null : <div className="shortfall"><p>{text}</p><ul>{ways.map((way) => <li key={way}>{way}</li>)}</ul></div>;
}
