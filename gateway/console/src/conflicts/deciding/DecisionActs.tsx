import type { Client } from "@connectrpc/connect";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useActing } from "../../acting/acting";
import { TroubleBox } from "../../acting/TroubleBox";
import { ReasonForm } from "../../asking/ReasonForm";
import { DecisionState, type Decision } from "../../generated/handhaving/capacity/v1/triangle_pb";
import type { TriangleService } from "../../generated/handhaving/capacity/v1/triangle_service_pb";
import type { Person } from "../../session/person";
import { useStore } from "../../time/store";
import { mayPrepare } from "./seats";

interface Properties {
  decision: Decision;
  client: Client<typeof TriangleService>;
  person: Person;
  /** Called with whether it was done. */
  onActed: (isDone: boolean) => void;
}

/** Putting a proposal on the agenda and taking it off, for who prepares decisions. */
export function DecisionActs({ decision: { name, etag, state }, client, person, onActed }: Properties) {
  const { t } = useTranslation();
  const { acts } = useActing();
  const [isAsking, setAsking] = useState(false);
  const place = `prepare ${name}`;
  const isBusy = useStore(acts).busy.has(place);
  if (!mayPrepare(person, name)) return null;
  const putOnAgenda = async () => {
    const answer = await acts.run(place, t("conflict.decision.onAgenda"), (requestId) => client.putOnAgenda({ name, etag, requestId }));
    onActed(answer !== undefined);
  };
  const withdraw = async (reason: string) => {
    const answer = await acts.run(place, t("conflict.decision.withdrew"), (requestId) => client.withdrawDecision({ name, etag, reason, requestId }));
    if (acts.isTaken(place, answer)) setAsking(false);
    onActed(answer !== undefined);
  };
  return (
    <div className="decision-acts">
      <div className="buttons">
        {state === DecisionState.DRAFT && <button className="main" disabled={isBusy} onClick={() => void putOnAgenda()}>{t("conflict.decision.agenda")}</button>}
        <button disabled={isBusy} aria-expanded={isAsking} onClick={() => setAsking(!isAsking)}>{t("conflict.decision.withdraw")}</button>
      </div>
      {isAsking && <ReasonForm label={t("conflict.decision.whyWithdraw")} confirm={t("conflict.decision.withdraw")} onLeave={() => setAsking(false)} onSubmit={(reason) => void withdraw(reason)} />}
      <TroubleBox place={place} />
    </div>
  );
}
