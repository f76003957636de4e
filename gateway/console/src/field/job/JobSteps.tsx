import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ReasonForm } from "../../asking/ReasonForm";
import { AssignmentState } from "../../generated/handhaving/dispatch/v1/assignment_pb";
import type { UnitFeed } from "../duty/unitFeed";
import { useField } from "../field";
import type { Step } from "../unsent/step";
import { isOver, type Job } from "./job";
import { Outcomes } from "./Outcomes";
import { StepKey } from "./StepKey";
import { useRest } from "./useRest";

type Asking = "clear" | "fail" | "note";

/** The big keys of a job: what comes next, and what may come beside it. Each step is kept on the device first, and sent from there. */
export function JobSteps({ job: { incident, assignment, state }, feed }: { job: Job; feed: UnitFeed }) {
  const { t } = useTranslation();
  const { outbox } = useField();
  const [asking, setAsking] = useState<Asking>();
  const isResting = useRest(state);
  const leave = () => setAsking(undefined);
  const told = (step: Step) => {
    leave();
    outbox.add(step, incident.number, feed.platformNow());
  };
  const name = { assignment: assignment.name };
  if (asking === "clear") return <Outcomes job={assignment.name} onLeave={leave} onChoose={(disposition) => told({ kind: "clear", ...name, disposition })} />;
  return (
    <div className="keys">
      {state === AssignmentState.ACCEPTED && <StepKey isNext isResting={isResting} onPress={() => told({ kind: "enRoute", ...name })}>{t("step.enRoute")}</StepKey>}
      {state < AssignmentState.ON_SCENE && <StepKey isNext={state === AssignmentState.EN_ROUTE} isResting={isResting} onPress={() => told({ kind: "onScene", ...name })}>{t("step.onScene")}</StepKey>}
      {!isOver(state) && <StepKey isNext={state === AssignmentState.ON_SCENE} isResting={isResting} onPress={() => setAsking("clear")}>{t("step.clear")}</StepKey>}
      {asking === "note"
        ? <ReasonForm label={t("act.text.note")} confirm={t("act.note")} most={2000} onLeave={leave} onSubmit={(text) => told({ kind: "note", incident: incident.name, text })} />
        : <StepKey isResting={isResting} onPress={() => setAsking("note")}>{t("act.note")}</StepKey>}
      {!isOver(state) && (asking === "fail"
        ? <ReasonForm label={t("field.whyFail")} confirm={t("field.fail")} onLeave={leave} onSubmit={(reason) => told({ kind: "fail", ...name, reason })} />
        : <StepKey isResting={isResting} onPress={() => setAsking("fail")}>{t("field.fail")}</StepKey>)}
    </div>
  );
}
