import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useOwnerName } from "../catalog/useOwnerName";
import { incidentOf } from "../contracts/names";
import { useDesk } from "../desk/desk";
import { AssignmentState, type AssignmentRole } from "../generated/handhaving/dispatch/v1/assignment_pb";
import type { Incident } from "../generated/handhaving/dispatch/v1/incident_pb";
import type { UnitPick } from "../generated/handhaving/dispatch/v1/incident_service_pb";
import { FixState } from "../generated/handhaving/dispatch/v1/unit_pb";
import { kilometers } from "../places/distance";
import { millisecondsOf } from "../time/timestamp";
import { minutesAndSeconds } from "../time/words";
import { useFeedPart, usePlatformNow } from "../board/freshness";
import { useStore } from "../time/store";
import { ReasonForm } from "../asking/ReasonForm";
import { Key } from "../keys/Key";
import { sendAct } from "../keys/keys";
import { placeOf } from "../typed/typed";
import { TypedPlace } from "../typed/TypedPlace";
import { useSend } from "./useSend";

interface Properties {
  pick: UnitPick;
  incident: Incident;
  role: AssignmentRole;
  /** Its place among those that a key sends, 0 = the best; undefined = no key does. */
  at: number | undefined;
  /** Called when the unit turned out not to be free: the list is over. */
  refused: () => void;
}

/** A unit that fits, why it stands where it stands, and the key that sends it. */
export function Pick({ pick, incident, role, at, refused }: Properties) {
  const { t, i18n } = useTranslation();
  const { acts, typed } = useDesk();
  const ownerName = useOwnerName();
  const { busy } = useStore(acts);
  const now = usePlatformNow();
  const place = placeOf(incident.name, `send ${pick.unit}`);
  const [isKept] = useState(() => typed.has(place));
  const [asksReason, setAsksReason] = useState(isKept);
  const key = at === undefined ? undefined : sendAct(at);
  const send = useSend(incident, role, refused);
  // To take a unit from other work, or over the border before its time, one says why.
  const holdsUntil = pick.holdUntilTime ? millisecondsOf(pick.holdUntilTime) : 0;
  const needsReason = pick.interrupts !== "" || holdsUntil > now;
  const job = useFeedPart(({ board }) => board.incidents.get(incidentOf(pick.interrupts))?.assignments.find(({ name }) => name === pick.interrupts));
  // The board calls a position old sooner than a recommendation leaves it out: both are shown.
  const fix = useFeedPart(({ board }) => board.units.get(pick.unit)?.lastFix);
  const leavesScene = job?.state === AssignmentState.ON_SCENE;
  const whyKey = pick.interrupts === "" ? "whyBorrow" : leavesScene ? "whyLeaveScene" : "whyInterrupt";
  const leave = () => {
    typed.drop(place);
    setAsksReason(false);
  };
  const sent = (isDone: boolean) => {
    if (isDone) typed.drop(place);
  };
  return (
    <li className="pick">
      <button
        type="button" className={at === 0 ? "main" : undefined} data-act={key} disabled={busy.has(incident.name)} aria-expanded={needsReason ? asksReason : undefined}
        onClick={() => needsReason ? setAsksReason(!asksReason) : void send(pick, { reason: "", leavesScene })}
      >
        {t("send.send", { unit: pick.callSign })} {key && <Key of={key} />}
      </button>
      <strong>{pick.travelSeconds > 0 ? t("send.minutes", { time: minutesAndSeconds(pick.travelSeconds * 1000) }) : t("send.timeUnknown")}</strong>
      {pick.distanceMeters > 0 && <span className="quiet">{kilometers(pick.distanceMeters, i18n.language)}</span>}
      {pick.borrowFrom !== "" && <span className="unit-warning">{t("send.borrow", { owner: ownerName(pick.borrowFrom) })}</span>}
      {pick.interrupts !== "" && <span className="unit-warning">{t(leavesScene ? "send.leavesScene" : "send.interrupts")}</span>}
      {(pick.staleFix || fix?.state === FixState.STALE) && <span className="unit-warning">{t(fix?.fixTime ? "send.staleFix" : "send.noFix")}</span>}
      <span className="factors quiet">{pick.factors.join(" · ")}</span>
      {asksReason && <TypedPlace place={place} isAsked={!isKept}><ReasonForm label={t(`send.${whyKey}`)} confirm={t("send.send", { unit: pick.callSign })} onSubmit={(reason) => void send(pick, { reason, leavesScene }).then(sent)} onLeave={leave} /></TypedPlace>}
    </li>
  );
}
