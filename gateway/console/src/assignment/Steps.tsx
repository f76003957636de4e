import { useState } from "react";
import { useTranslation } from "react-i18next";
import { incidentOf } from "../contracts/names";
import { useDesk } from "../desk/desk";
import type { Assignment } from "../generated/handhaving/dispatch/v1/assignment_pb";
import { useStore } from "../time/store";
import { OutcomeForm } from "../asking/OutcomeForm";
import { ReasonForm } from "../asking/ReasonForm";
import { usePlatformNow } from "../board/freshness";
import { lastTimeOf } from "../time/words";
import { Key } from "../keys/Key";
import { placeOf } from "../typed/typed";
import { TypedPlace } from "../typed/TypedPlace";
import { EarlierField } from "./EarlierField";
import { stepLetter, stepsIn, type StepAsking } from "./stepAskings";
import { nextStepOf, useSteps } from "./useSteps";

/** The keys for one unit on an incident: what comes next in one, all else beside it. */
export function Steps({ assignment, isFirst }: { assignment: Assignment; isFirst: boolean }) {
  const { t } = useTranslation();
  const { acts, selection, typed } = useDesk();
  const isBusy = useStore(acts).busy.has(incidentOf(assignment.name));
  const { step } = useStore(selection);
  const asked = step?.of === assignment.name ? step.what : undefined;
  const possible = stepsIn(assignment);
  const asking = asked ?? typed.last(assignment.name, possible);
  const [earlier, setEarlier] = useState<string>();
  const at = lastTimeOf(earlier ?? "", usePlatformNow());
  const steps = useSteps(assignment, at);
  const next = nextStepOf(assignment);
  if (next === undefined) return null;
  const ask = (what: StepAsking) => selection.askStep(assignment.name, what);
  const leave = () => {
    if (asking !== undefined) typed.drop(placeOf(assignment.name, asking));
    selection.stepAsked();
  };
  const isUnclear = earlier !== undefined && at === undefined;
  // A step that was refused keeps the time that was told with it.
  const done = (act: Promise<unknown>) => void act.then((answer) => { if (answer !== undefined) setEarlier(undefined); });
  // The form goes when its words were taken; what is refused is still to be put right.
  const send = (what: StepAsking, act: Promise<unknown>) => {
    done(act);
    void act.then((answer) => {
      if (!acts.isTaken(incidentOf(assignment.name), answer)) return;
      typed.drop(placeOf(assignment.name, what));
      const { step: open } = selection.state;
      if (!open || (open.of === assignment.name && open.what === what)) selection.stepAsked();
    });
  };
  const take = (step: typeof next) => step === "clear" ? ask("clear") : done(steps[step]());
  return (
    <div className="steps">
      {/* One key whose word changes with the state: its focus stays where the hand is. A key that is held down goes one step. */}
      <button type="button" className="main" disabled={isBusy || isUnclear} data-act={isFirst ? "next" : undefined} onKeyDown={(event) => { if (event.repeat) event.preventDefault(); }} onClick={() => take(next)}>
        {t(`step.${next}`)} {isFirst && <Key of="next" />}
      </button>
      {next === "enRoute" && <button type="button" disabled={isBusy || isUnclear} data-act={isFirst ? "onScene" : undefined} onClick={() => take("onScene")}>{t("step.onScene")} {isFirst && <Key of="onScene" />}</button>}
      {possible.filter((what) => what !== next).map((what) => (
        <button key={what} type="button" disabled={isBusy || isUnclear} aria-expanded={asking === what} onClick={() => ask(what)}>{t(`step.${what}`)} <kbd>/{stepLetter(what)}{!isFirst && ` ${assignment.callSign}`}</kbd></button>
      ))}
      <EarlierField value={earlier} isUnclear={isUnclear} hasKey={isFirst} onChange={setEarlier} />
      {asking !== undefined && possible.includes(asking) && (
        <TypedPlace key={`${asking} ${asked === asking}`} place={placeOf(assignment.name, asking)} isAsked={asked === asking}>
          {asking === "clear"
            ? <OutcomeForm incident={incidentOf(assignment.name)} mayBeOpen onLeave={leave} onSubmit={(disposition) => send("clear", steps.clear(disposition))} />
            : <ReasonForm label={t(`step.why.${asking}`)} confirm={t(`step.${asking}`)} onLeave={leave} onSubmit={(reason) => send(asking, steps[asking](reason))} />}
        </TypedPlace>
      )}
    </div>
  );
}
