import { useTranslation } from "react-i18next";
import { CautionsForm } from "../judging/CautionsForm";
import { ClassifyForm } from "../judging/ClassifyForm";
import { HoldForm, usualPause } from "../asking/HoldForm";
import { MoveForm } from "../asking/MoveForm";
import { OutcomeForm } from "../asking/OutcomeForm";
import { PriorityForm } from "../asking/PriorityForm";
import { ReasonForm } from "../asking/ReasonForm";
import { UntilForm } from "../asking/UntilForm";
import { usePlatformNow } from "../board/freshness";
import { useDesk } from "../desk/desk";
import type { Incident } from "../generated/handhaving/dispatch/v1/incident_pb";
import { placeOf } from "../typed/typed";
import type { Asking } from "./askings";
import { useIncidentActs } from "./useIncidentActs";

/** The form for what is asked about an incident; it goes away when its act is done, and keeps what was typed when that is refused, or something else is opened meanwhile. */
export function AskingForm({ incident, asking }: { incident: Incident; asking: Asking }) {
  const { t } = useTranslation();
  const { acts, selection, typed } = useDesk();
  const now = usePlatformNow();
  const act = useIncidentActs(incident);
  const place = placeOf(incident.name, asking);
  const leave = () => {
    typed.drop(place);
    selection.asked();
  };
  const send = (sending: Promise<unknown>) => void sending.then((answer) => {
    if (!acts.isTaken(incident.name, answer)) return;
    typed.drop(place);
    const { state } = selection;
    if (state.incident === incident.name && (state.asking ?? asking) === asking) selection.asked();
  });
  switch (asking) {
    case "classify":
      return <ClassifyForm incident={incident} onLeave={leave} onSubmit={(judgement) => send(act.classify(judgement))} />;
    case "cautions":
      return <CautionsForm cautions={incident.cautions} onLeave={leave} onSubmit={(cautions) => send(act.warn(cautions))} />;
    case "priority":
      return <PriorityForm current={incident.priority} onLeave={leave} onSubmit={(priority, reason) => send(act.reprioritise(priority, reason))} />;
    case "hold":
      return <HoldForm onLeave={leave} onSubmit={(pause) => send(act.hold(pause))} />;
    case "move":
      return <MoveForm incident={incident} onLeave={leave} onSubmit={(place, reason) => send(act.move(place, reason))} />;
    case "ask":
      return <UntilForm untilLabel={t("act.askUntil")} first={now + usualPause} label={t("act.text.ask")} confirm={t("act.ask")} onLeave={leave} onSubmit={(until, question) => send(act.ask(until, question))} />;
    case "settle":
      return <OutcomeForm incident={incident.name} mayBeOpen={false} onLeave={leave} onSubmit={(disposition) => send(act.settle(disposition))} />;
    case "note":
    case "answer":
      return <ReasonForm key={asking} label={t(`act.text.${asking}`)} confirm={t(`act.${asking}`)} most={2000} onLeave={leave} onSubmit={(text) => send(act[asking](text))} />;
    case "cancel":
    case "reopen":
      return <ReasonForm key={asking} label={t(`act.text.${asking}`)} confirm={t(`act.${asking}`)} onLeave={leave} onSubmit={(text) => send(act[asking](text))} />;
  }
}
