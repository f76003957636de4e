import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { ReasonForm } from "../../asking/ReasonForm";
import type { Assignment } from "../../generated/handhaving/dispatch/v1/assignment_pb";
import { useNow } from "../../time/clock";
import { useStore } from "../../time/store";
import { millisecondsOf } from "../../time/timestamp";
import { minutesAndSeconds } from "../../time/words";
import type { UnitFeed } from "../duty/unitFeed";
import { useField } from "../field";
import { acceptPlace } from "./AcceptTrouble";
import { useReceipt } from "./useReceipt";
import { useRinging } from "./useRinging";

/** An offer: it sounds, and is answered at once or not at all, for it expires. */
export function Offer({ assignment, feed }: { assignment: Assignment; feed: UnitFeed }) {
  const { t } = useTranslation();
  const { acts, clients, goneJobs, sound } = useField();
  const { busy } = useStore(acts);
  const isBusy = busy.has("job") || busy.has(acceptPlace);
  const [isAnswered, setAnswered] = useState(false);
  const [isDeclining, setDeclining] = useState(false);
  const left = (assignment.expireTime ? millisecondsOf(assignment.expireTime) : Infinity) - useNow() - useStore(feed).skew;
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    place.current?.scrollIntoView({ block: "center" });
  }, []);
  const stands = !isAnswered && left > 0;
  useRinging("urgent", assignment.name, stands);
  useReceipt(assignment, stands);
  const answer = async (answered: Promise<unknown>) => {
    const isTaken = (await answered) !== undefined;
    if (isTaken) setAnswered(true);
    return isTaken;
  };
  const accept = () => void answer(acts.run(acceptPlace, t("assignment.state.accepted"), (requestId) => clients.assignments.acceptAssignment({ name: assignment.name, requestId })));
  const decline = async (reason: string) => {
    const takeBack = goneJobs.declines(assignment.name);
    if (!(await answer(acts.run("job", t("assignment.state.declined"), (requestId) => clients.assignments.declineAssignment({ name: assignment.name, reason, requestId }))))) takeBack();
  };
  if (isAnswered) return <p role="status">{t("field.answered")}</p>;
  if (left <= 0) return <p className="offer-left">{t("field.offerOver")}</p>;
  return (
    <div className="offer" ref={place}>
      <p className="offer-left">{t("field.offerLeft", { time: minutesAndSeconds(left) })}</p>
      {!sound.isAllowed && <p className="quiet">{t("field.noSoundYet")}</p>}
      <button type="button" className="key main accept" disabled={isBusy} onClick={accept}>{t("field.accept")}</button>
      {isDeclining
        ? <ReasonForm label={t("field.whyDecline")} confirm={t("field.decline")} onLeave={() => setDeclining(false)} onSubmit={(reason) => { setDeclining(false); void decline(reason); }} />
        : <button type="button" className="key" disabled={isBusy} onClick={() => setDeclining(true)}>{t("field.decline")}</button>}
    </div>
  );
}
