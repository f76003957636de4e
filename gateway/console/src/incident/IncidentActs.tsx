import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ClassifyForm } from "../asking/ClassifyForm";
import { HoldForm } from "../asking/HoldForm";
import { useDesk } from "../desk/desk";
import { IncidentState, type Incident } from "../generated/handhaving/dispatch/v1/incident_pb";
import { useStore } from "../time/store";
import { OutcomeForm } from "../asking/OutcomeForm";
import { PriorityForm } from "../asking/PriorityForm";
import { ReasonForm } from "../asking/ReasonForm";
import { useIncidentActs } from "./useIncidentActs";

type Asking = "classify" | "note" | "cancel" | "reopen" | "settle" | "priority" | "hold";

/** What a desk does with an incident as a whole. */
export function IncidentActs({ incident }: { incident: Incident }) {
  const { t } = useTranslation();
  const { acts } = useDesk();
  const isBusy = useStore(acts).busy.has(incident.name);
  const [asking, setAsking] = useState<Asking>();
  const act = useIncidentActs(incident);
  const leave = () => setAsking(undefined);
  const isHandled = incident.state === IncidentState.HANDLED;
  const isEnded = incident.state === IncidentState.CLOSED || incident.state === IncidentState.CANCELLED;
  const isHeld = incident.state === IncidentState.ON_HOLD || incident.state === IncidentState.AWAITING_REPORTER;
  const ask = (what: Asking) => <button type="button" className={what === "classify" && incident.state === IncidentState.RECEIVED ? "main" : undefined} disabled={isBusy} aria-expanded={asking === what} onClick={() => setAsking(what)}>{t(`act.${what}`)}</button>;
  return (
    <>
      <div className="incident-acts">
        {isHandled && <button type="button" className="main" data-act="close" disabled={isBusy} onClick={() => void act.close()}>{t("act.close")} <kbd>F9</kbd></button>}
        {isHeld && <button type="button" className="main" disabled={isBusy} onClick={() => void act.release()}>{t("act.release")}</button>}
        {!isEnded && !isHandled && ask("classify")}
        {!isEnded && ask("note")}
        {!isEnded && !isHandled && ask("priority")}
        {!isEnded && !isHandled && !isHeld && ask("hold")}
        {!isEnded && !isHandled && ask("settle")}
        {!isEnded && !isHandled && ask("cancel")}
        {(isHandled || incident.state === IncidentState.CLOSED) && ask("reopen")}
      </div>
      {asking === "classify" && <ClassifyForm incident={incident} onLeave={leave} onSubmit={(judgement) => { leave(); void act.classify(judgement); }} />}
      {asking === "priority" && <PriorityForm current={incident.priority} onLeave={leave} onSubmit={(priority, reason) => { leave(); void act.reprioritise(priority, reason); }} />}
      {asking === "hold" && <HoldForm onLeave={leave} onSubmit={(pause) => { leave(); void act.hold(pause); }} />}
      {asking === "settle" && <OutcomeForm mayBeOpen={false} onLeave={leave} onSubmit={(disposition) => { leave(); void act.settle(disposition); }} />}
      {(asking === "note" || asking === "cancel" || asking === "reopen") && (
        <ReasonForm label={t(`act.text.${asking}`)} confirm={t(`act.${asking}`)} most={asking === "note" ? 2000 : 300} onLeave={leave} onSubmit={(text) => { leave(); void act[asking](text); }} />
      )}
    </>
  );
}
