import type { Client } from "@connectrpc/connect";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useActing } from "../acting/acting";
import { TroubleBox } from "../acting/TroubleBox";
import { ReasonForm } from "../asking/ReasonForm";
import type { ParkedMessage } from "../generated/handhaving/access/v1/operations_pb";
import type { ParkingService } from "../generated/handhaving/dispatch/v1/parking_service_pb";
import { useStore } from "../time/store";
import { millisecondsOf } from "../time/timestamp";
import { fullMoment } from "../time/words";
import { outcomeOf } from "./parked";

interface Properties {
  message: ParkedMessage;
  client: Client<typeof ParkingService>;
  onChanged: (message: ParkedMessage | undefined) => void;
}

/** One message: why it is here, and giving it to its consumer again or setting it aside. */
export function ParkedRow({ message, client, onChanged }: Properties) {
  const { t } = useTranslation();
  const { acts } = useActing();
  const [asking, setAsking] = useState(false);
  const { name } = message;
  const isBusy = useStore(acts).busy.has(name);
  const outcome = outcomeOf(message);
  const replay = async () => onChanged((await acts.run(name, t("platform.replayed"), (requestId) => client.replayParkedMessage({ name, requestId })))?.message);
  const discard = async (reason: string) => {
    setAsking(false);
    onChanged((await acts.run(name, t("platform.discarded"), (requestId) => client.discardParkedMessage({ name, reason, requestId })))?.message);
  };
  return (
    <li className="parked-row" data-name={name}>
      <p><strong>{message.consumer}</strong> <code>{message.reason}</code> <span className={`state ${outcome}`}>{t(`platform.outcome.${outcome}`)}</span></p>
      <p className="quiet">{message.parkTime && t("platform.parkedAt", { time: fullMoment(millisecondsOf(message.parkTime)) })} {message.messageType} {message.messageId}</p>
      <p className="parked-text">{message.text}</p>
      {message.replayTime && <p>{t("platform.replayedBy", { who: message.replayedBy, time: fullMoment(millisecondsOf(message.replayTime)) })}</p>}
      {message.discardTime && <p>{t("platform.discardedBy", { who: message.discardedBy, time: fullMoment(millisecondsOf(message.discardTime)), reason: message.discardReason })}</p>}
      {outcome !== "discarded" && (
        <div className="buttons">
          <button disabled={isBusy} onClick={() => void replay()}>{t("platform.replay")}</button>
          {outcome === "waits" && <button disabled={isBusy} aria-expanded={asking} onClick={() => setAsking(true)}>{t("platform.discard")}</button>}
        </div>
      )}
      {asking && <ReasonForm label={t("platform.whyDiscard")} confirm={t("platform.discard")} onLeave={() => setAsking(false)} onSubmit={(reason) => void discard(reason)} />}
      <TroubleBox place={name} />
    </li>
  );
}
