import { useTranslation } from "react-i18next";
import { commandPlace } from "../command/place";
import { useDesk } from "../desk/desk";
import type { Unit } from "../generated/handhaving/dispatch/v1/unit_pb";
import { Key } from "../keys/Key";
import { useStore } from "../time/store";

/** Notes that the desk spoke with a unit: answers what it asked, up to what stands on this screen. */
export function AnswerCall({ unit }: { unit: Unit }) {
  const { t } = useTranslation();
  const { acts, clients } = useDesk();
  const isBusy = useStore(acts).busy.has(commandPlace(unit));
  const untilTime = unit.calls.at(-1)?.callTime;
  const answer = () => void acts.run(commandPlace(unit), t("unit.answered", { unit: unit.callSign }), (requestId) => clients.units.answerSpeechRequest({ name: unit.name, requestId, ...(untilTime && { untilTime }) }));
  return (
    <div className="answer-call">
      {unit.calls.map((call) => call.note !== "" && <span key={call.kind}>{call.note}</span>)}
      <button type="button" data-act="answer" disabled={isBusy} onClick={answer}>{t("unit.answer", { unit: unit.callSign })} <Key of="answer" /></button>
    </div>
  );
}
