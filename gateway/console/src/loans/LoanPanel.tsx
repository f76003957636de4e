import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { isLive, useFeedPart, usePlatformNow } from "../board/freshness";
import { municipalityOf } from "../contracts/names";
import { useOwnerName } from "../catalog/useOwnerName";
import { useFailureText } from "../contracts/useFailureText";
import { useDesk } from "../desk/desk";
import { LoanState, type Loan } from "../generated/handhaving/dispatch/v1/loan_pb";
import { assignmentKey } from "../incident/states";
import { millisecondsOf } from "../time/timestamp";
import { moment } from "../time/words";
import { LentUnit } from "./LentUnit";
import { borrowedOn, lentOn } from "./loans";
import "./loans.css";
import { useEarlierLoans } from "./useEarlierLoans";

/** Units over the border: own ones that work for others, those of others that work here, and how earlier loans ended. */
export function LoanPanel() {
  const { t } = useTranslation();
  const { catalog, selection } = useDesk();
  const ownerName = useOwnerName();
  const textOf = useFailureText();
  const incidents = useFeedPart(({ board }) => board.incidents);
  const loans = useFeedPart(({ board }) => board.loans);
  const live = useFeedPart(isLive);
  const lent = useMemo(() => lentOn({ loans }), [loans]);
  const borrowed = useMemo(() => borrowedOn({ incidents }), [incidents]);
  const earlier = useEarlierLoans(lent);
  return (
    <section className={live ? "panel loans" : "panel loans stale"} aria-labelledby="loans-title" onKeyDown={(event) => { if (event.key === "Escape" && !event.defaultPrevented) selection.leave(); }}>
      <header className="panel-head">
        <h2 id="loans-title">{t("loan.title")}</h2>
        <button type="button" autoFocus onClick={selection.leave}>{t("act.leave")} <kbd>{t("key.escape")}</kbd></button>
      </header>
      <div className="panel-body">
        <h3>{t("loan.lent")} <span>{lent.length}</span></h3>
        <ul>{lent.map((loan) => <LentUnit key={loan.name} loan={loan} />)}</ul>
        {lent.length === 0 && <p className="nothing">{t("loan.noneLent")}</p>}
        <h3>{t("loan.borrowed")} <span>{borrowed.length}</span></h3>
        <ul>
          {borrowed.map(({ incident, assignment }) => (
            <li key={assignment.name} className="lent">
              <strong>{assignment.callSign}</strong>
              <span>{t("assignment.lender", { owner: ownerName(assignment.lender) })}, {t(`assignment.state.${assignmentKey(assignment.state)}`)}</span>
              <button type="button" onClick={() => selection.enter(incident.name)}>{t("loan.open", { number: incident.number, municipality: catalog.municipalityName(municipalityOf(incident.name) ?? "") })}</button>
            </li>
          ))}
        </ul>
        {borrowed.length === 0 && <p className="nothing">{t("loan.noneBorrowed")}</p>}
        <h3>{t("loan.earlier")}</h3>
        {earlier.failure && <p className="problem-line">{textOf(earlier.failure)}</p>}
        <ul>{earlier.loans?.map((loan) => <Earlier key={loan.name} loan={loan} />)}</ul>
        {earlier.loans?.length === 0 && <p className="nothing">{t("loan.noneEarlier")}</p>}
        {!earlier.loans && !earlier.failure && <p className="nothing" role="status">{t("loan.reading")}</p>}
        {earlier.more && <p className="more-units"><button type="button" onClick={earlier.more}>{t("loan.more")}</button></p>}
      </div>
    </section>
  );
}

function Earlier({ loan }: { loan: Loan }) {
  const { t } = useTranslation();
  const { catalog } = useDesk();
  const ownerName = useOwnerName();
  const now = usePlatformNow();
  const time = (at: Loan["endTime"]) => (at ? moment(millisecondsOf(at), now) : "");
  return (
    <li className="lent">
      <strong>{loan.callSign}</strong>
      <span>{t("loan.to", { team: ownerName(loan.borrowerTeam) })}</span>
      <span>{catalog.kindName({ type: loan.incidentType, typeDisplayName: loan.incidentTypeDisplayName })} <span className="quiet number">{ownerName(loan.borrower)} {loan.incidentNumber}</span></span>
      <span className="quiet">{time(loan.borrowTime)} - {time(loan.endTime)}</span>
      {loan.state === LoanState.REFUSED && <span className="unit-warning">{t("loan.refusedBy", { by: loan.refusedBy, reason: loan.refuseReason })}</span>}
    </li>
  );
}
