import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ReasonForm } from "../../asking/ReasonForm";
import { EarlierField } from "../../assignment/EarlierField";
import { AssignmentState } from "../../generated/handhaving/dispatch/v1/assignment_pb";
import type { UnitFeed } from "../duty/unitFeed";
import { useNow } from "../../time/clock";
import { timeOfDay } from "../../time/words";
import { useField } from "../field";
import type { Step } from "../unsent/step";
import { earlierMoment, earlierNote } from "./earlier";
import { isOver, type Job } from "./job";
import { Outcomes } from "./Outcomes";
import { StepKey } from "./StepKey";
import { useRest } from "./useRest";

type Asking = "clear" | "fail" | "note";

/** The big keys of a job: what comes next, and what may come beside it. Each step is kept on the device first, and sent from there. */
export function JobSteps({ job: { incident, assignment, state, lastStepAt, isEnRouteMissing }, feed }: { job: Job; feed: UnitFeed }) {
  const { t } = useTranslation();
  const { outbox } = useField();
  const [asking, setAsking] = useState<Asking>();
  const [earlier, setEarlier] = useState<string>();
  const now = useNow() + feed.state.skew;
  const at = earlier === undefined ? undefined : earlierMoment(earlier, lastStepAt, now);
  const isUnclear = typeof at === "string";
  const isNew = useRest(state);
  const isResting = isNew || isUnclear;
  const noteAt = earlier === undefined ? undefined : earlierNote(earlier, now);
  const leave = () => setAsking(undefined);
  const told = (step: Step, when = at) => {
    leave();
    setEarlier(undefined);
    outbox.add(step, incident.number, typeof when === "number" ? when : feed.platformNow());
  };
  const name = { assignment: assignment.name };
  if (asking === "clear") return <Outcomes job={assignment.name} onLeave={leave} onChoose={(disposition) => told({ kind: "clear", ...name, disposition })} />;
  return (
    <div className="keys">
      {state === AssignmentState.ACCEPTED && <StepKey isNext isResting={isResting} onPress={() => told({ kind: "enRoute", ...name })}>{t("step.enRoute")}</StepKey>}
      {state < AssignmentState.ON_SCENE && <StepKey isNext={state === AssignmentState.EN_ROUTE} isResting={isResting} onPress={() => told({ kind: "onScene", ...name })}>{t("step.onScene")}</StepKey>}
      {!isOver(state) && <StepKey isNext={state === AssignmentState.ON_SCENE} isResting={isResting} onPress={() => setAsking("clear")}>{t("step.clear")}</StepKey>}
      {asking === "note"
        ? <ReasonForm label={t("act.text.note")} confirm={t("act.note")} most={2000} onLeave={leave} onSubmit={(text) => told({ kind: "note", incident: incident.name, text }, noteAt)} />
        : <StepKey isResting={isNew || noteAt === "unclear"} onPress={() => setAsking("note")}>{t("act.note")}</StepKey>}
      {!isOver(state) && (asking === "fail"
        ? <ReasonForm label={t("field.whyFail")} confirm={t("field.fail")} onLeave={leave} onSubmit={(reason) => told({ kind: "fail", ...name, reason })} />
        : <StepKey isResting={isResting} onPress={() => setAsking("fail")}>{t("field.fail")}</StepKey>)}
      {!isOver(state) && <EarlierField hasKey={false} value={earlier} isUnclear={isUnclear} onChange={setEarlier} />}
      {at === "tooEarly" && asking !== "note" && <p role="alert" className="problem-line">{t("field.tooEarly", { time: timeOfDay(lastStepAt) })}</p>}
      {isEnRouteMissing && <p className="quiet">{t("field.enRouteMissing")}</p>}
    </div>
  );
}
