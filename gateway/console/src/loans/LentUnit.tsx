import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ToldBox } from "../acting/ToldBox";
import { TroubleBox } from "../acting/TroubleBox";
import { ReasonForm } from "../asking/ReasonForm";
import { usePlatformNow } from "../board/freshness";
import { useOwnerName } from "../catalog/useOwnerName";
import { useDesk } from "../desk/desk";
import type { Loan } from "../generated/handhaving/dispatch/v1/loan_pb";
import { PriorityBadge } from "../queue/PriorityBadge";
import { useStore } from "../time/store";
import { millisecondsOf } from "../time/timestamp";
import { moment } from "../time/words";

/** A unit that works for another team: what for, since when and why, and the key that takes it back. */
export function LentUnit({ loan }: { loan: Loan }) {
  const { t } = useTranslation();
  const { acts, catalog, clients } = useDesk();
  const ownerName = useOwnerName();
  const isBusy = useStore(acts).busy.has(loan.name);
  const now = usePlatformNow();
  const [isAsking, setAsking] = useState(false);
  const { name, etag } = loan;
  const refuse = async (reason: string) => {
    const answer = await acts.run(name, t("loan.refused", { unit: loan.callSign }), (requestId) => clients.loans.refuseLoan({ name, etag, reason, requestId }));
    if (acts.isTaken(name, answer)) setAsking(false);
  };
  return (
    <li className="lent told-in-full">
      <p>
        <strong>{loan.callSign}</strong> {t("loan.to", { team: ownerName(loan.borrowerTeam) })}: <PriorityBadge priority={loan.incidentPriority} /> {catalog.kindName({ type: loan.incidentType, typeDisplayName: loan.incidentTypeDisplayName })} <span className="quiet number">{ownerName(loan.borrower)} {loan.incidentNumber}</span>
        {" "}<span className="quiet">{loan.borrowTime && t("loan.since", { time: moment(millisecondsOf(loan.borrowTime), now), by: loan.borrowedBy })}</span>
        {loan.skipHoldReason !== "" && <span className="quiet"> {t("loan.why", { reason: loan.skipHoldReason })}</span>}
      </p>
      <button type="button" disabled={isBusy} aria-label={t("loan.refuse", { unit: loan.callSign })} aria-expanded={isAsking} onClick={() => setAsking(!isAsking)}>{t("loan.confirm")}</button>
      {isAsking && <ReasonForm label={t("loan.whyRefuse")} confirm={t("loan.confirm")} onLeave={() => setAsking(false)} onSubmit={(reason) => void refuse(reason)} />}
      <TroubleBox place={name} />
      <ToldBox place={name} />
    </li>
  );
}
