import { useState } from "react";
import { useTranslation } from "react-i18next";
import { incidentOf } from "../contracts/names";
import { useDesk } from "../desk/desk";
import { AssignmentState, type Assignment } from "../generated/handhaving/dispatch/v1/assignment_pb";
import { useStore } from "../time/store";
import { OutcomeForm } from "../asking/OutcomeForm";
import { ReasonForm } from "../asking/ReasonForm";
import { usePlatformNow } from "../board/freshness";
import { lastTimeOf } from "../time/words";
import { EarlierField } from "./EarlierField";
import { nextStepOf, useSteps } from "./useSteps";

type Asking = "clear" | "decline" | "withdraw" | "fail";

/** The keys for one unit on an incident: what comes next in one, all else beside it. */
export function Steps({ assignment, isFirst }: { assignment: Assignment; isFirst: boolean }) {
  const { t } = useTranslation();
  const { acts } = useDesk();
  const isBusy = useStore(acts).busy.has(incidentOf(assignment.name));
  const [asking, setAsking] = useState<Asking>();
  const [earlier, setEarlier] = useState<string>();
  const at = lastTimeOf(earlier ?? "", usePlatformNow());
  const steps = useSteps(assignment, at);
  const next = nextStepOf(assignment);
  if (next === undefined) return null;
  const leave = () => setAsking(undefined);
  const isOffered = assignment.state === AssignmentState.OFFERED;
  const isUnclear = earlier !== undefined && at === undefined;
  // A step that was refused keeps the time that was told with it.
  const done = (act: Promise<unknown>) => void act.then((answer) => { if (answer !== undefined) setEarlier(undefined); });
  const take = (step: typeof next) => step === "clear" ? setAsking("clear") : done(steps[step]());
  return (
    <div className="steps">
      {/* One key whose word changes with the state: its focus stays where the hand is. A key that is held down goes one step. */}
      <button type="button" className="main" disabled={isBusy || isUnclear} data-act={isFirst ? "next" : undefined} onKeyDown={(event) => { if (event.repeat) event.preventDefault(); }} onClick={() => take(next)}>
        {t(`step.${next}`)} {isFirst && <kbd>F8</kbd>}
      </button>
      {next === "enRoute" && <button type="button" disabled={isBusy || isUnclear} onClick={() => take("onScene")}>{t("step.onScene")}</button>}
      {!isOffered && next !== "clear" && <button type="button" disabled={isBusy || isUnclear} onClick={() => take("clear")}>{t("step.clear")}</button>}
      {isOffered && <button type="button" disabled={isBusy || isUnclear} onClick={() => setAsking("decline")}>{t("step.decline")}</button>}
      <button type="button" disabled={isBusy || isUnclear} onClick={() => setAsking("withdraw")}>{t("step.withdraw")}</button>
      {!isOffered && <button type="button" disabled={isBusy || isUnclear} onClick={() => setAsking("fail")}>{t("step.fail")}</button>}
      <EarlierField value={earlier} isUnclear={isUnclear} onChange={setEarlier} />
      {asking === "clear" && <OutcomeForm incident={incidentOf(assignment.name)} mayBeOpen onLeave={leave} onSubmit={(disposition) => { leave(); done(steps.clear(disposition)); }} />}
      {asking !== undefined && asking !== "clear" && (
        <ReasonForm label={t(`step.why.${asking}`)} confirm={t(`step.${asking}`)} onLeave={leave} onSubmit={(reason) => { leave(); done(steps[asking](reason)); }} />
      )}
    </div>
  );
}
