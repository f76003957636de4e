import { useTranslation } from "react-i18next";
import { readingAdviceOf } from "../../acting/advice";
import { useActing } from "../../acting/acting";
import { FailureBox } from "../../acting/FailureBox";
import { ReservationState } from "../../generated/handhaving/capacity/v1/reservation_pb";
import { useStore } from "../../time/store";
import { minuteOf, stretchOf } from "../../time/stretch";
import { claimsOn, hiddenOf, type Claim, type Claims } from "../claims";
import type { Quarter } from "../calendar/heat";

interface Properties {
  claims: Claims;
  owner: string;
  code: string;
  quarters: readonly Quarter[];
}

/** Who has these people, and who waits for them. */
export function ClaimList({ claims, owner, code, quarters }: Properties) {
  const { t } = useTranslation();
  const { signInBeside } = useActing();
  const { reservations, phase, isCut, failure } = useStore(claims);
  const found = claimsOn(reservations, owner, code, quarters);
  const hidden = hiddenOf(found, quarters);
  return (
    <section aria-labelledby="claims-title" className="claims">
      <h4 id="claims-title">{t("capacity.claims.title")}</h4>
      {phase === "reading" && <p role="status">{t("capacity.claims.reading")}</p>}
      {failure && <FailureBox failure={failure} advice={readingAdviceOf(failure)} retry={() => void claims.read()} signInBeside={signInBeside} />}
      {phase === "read" && found.length === 0 && hidden === 0 && <p className="quiet">{t("capacity.claims.none")}</p>}
      <ul>{found.map((claim, at) => <ClaimRow key={`${claim.reservation.name} ${at}`} claim={claim} />)}</ul>
      {phase === "read" && hidden > 0 && <p>{t("capacity.claims.hidden", { count: hidden })}</p>}
      {isCut && <p className="due">{t("capacity.claims.cut")}</p>}
    </section>
  );
}

function ClaimRow({ claim: { reservation, line, waits, count } }: { claim: Claim }) {
  const { t } = useTranslation();
  return (
    <li>
      <strong>{t("capacity.claims.case", { case: reservation.caseId, version: reservation.caseVersion })}</strong>{" "}
      <span className={waits ? "claim-state waits" : "claim-state"}>{t(`capacity.claims.state.${stateKey(reservation.state)}`)}</span>
      <p>{waits ? t("capacity.claims.waits", { count }) : t("capacity.claims.count", { count, ...stretchOf(line) })}
        {reservation.state === ReservationState.HELD && <> {t("capacity.claims.until", { time: minuteOf(reservation.holdUntilTime) })}</>}</p>
    </li>
  );
}

function stateKey(state: ReservationState) {
  switch (state) {
    case ReservationState.HELD: return "held";
    case ReservationState.CONFIRMED: return "confirmed";
    case ReservationState.PARTIAL: return "partial";
    case ReservationState.IN_CONFLICT: return "inConflict";
    case ReservationState.UNSPECIFIED: case ReservationState.REJECTED: case ReservationState.EXPIRED: case ReservationState.RELEASED: case ReservationState.DISPLACED: return "other";
  }
}
