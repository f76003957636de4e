import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { TroubleBox } from "../acting/TroubleBox";
import { ReasonForm } from "../asking/ReasonForm";
import { UntilForm } from "../asking/UntilForm";
import { usePlatformNow } from "../board/freshness";
import { useDesk } from "../desk/desk";
import type { Unit } from "../generated/handhaving/dispatch/v1/unit_pb";
import { useStore } from "../time/store";
import { millisecondsOf } from "../time/timestamp";
import { activityKeys, isBusy } from "./activities";
import { DutyFacts } from "./DutyFacts";
import { isOwn } from "./roster";
import { useDutyActs } from "./useDutyActs";

type Asking = "outOfService" | "extend";

// Milliseconds: what a duty is usually extended by.
const usual = 60 * 60_000;

/** A unit on duty: who is in it and until when, and the keys for what it does; of another owner's unit to be read alone. */
export function UnitDuty({ unit, onDone }: { unit: Unit; onDone: (words: string) => void }) {
  const { t } = useTranslation();
  const { acts, person } = useDesk();
  const isActing = useStore(acts).busy.has(unit.name);
  const now = usePlatformNow();
  const [asking, setAsking] = useState<Asking>();
  const act = useDutyActs(unit, onDone);
  const first = useRef<HTMLDivElement>(null);
  useEffect(() => first.current?.querySelector("button")?.focus(), []);
  const leave = () => setAsking(undefined);
  const send = (sending: Promise<unknown>) => void sending.then((answer) => { if (acts.isTaken(unit.name, answer)) leave(); });
  return (
    <>
      <TroubleBox place={unit.name} />
      <DutyFacts unit={unit} />
      {isOwn(person, unit.name) && (
        <div className="incident-acts" ref={first}>
          {activityKeys.filter(([activity]) => activity !== unit.activity).map(([, key]) => (
            <button key={key} type="button" disabled={isActing} aria-expanded={key === "outOfService" ? asking === key : undefined} onClick={() => key === "outOfService" ? setAsking(key) : void act.become(key)}>{t(`duty.become.${key}`)}</button>
          ))}
          <button type="button" disabled={isActing} aria-expanded={asking === "extend"} onClick={() => setAsking("extend")}>{t("duty.extend")}</button>
          <button type="button" disabled={isActing || isBusy(unit)} onClick={() => void act.signOff()}>{t("duty.signOff")}</button>
        </div>
      )}
      {isBusy(unit) && <p className="quiet duty-note">{t("duty.busy")}</p>}
      {asking === "outOfService" && <ReasonForm label={t("duty.why.outOfService")} confirm={t("duty.become.outOfService")} onLeave={leave} onSubmit={(reason) => send(act.become("outOfService", reason))} />}
      {asking === "extend" && (
        <UntilForm
          untilLabel={t("duty.end")} first={Math.max(now, unit.dutyEndTime ? millisecondsOf(unit.dutyEndTime) : 0) + usual} label={t("duty.why.extend")} confirm={t("duty.extend")}
          onLeave={leave} onSubmit={(until, reason) => send(act.extend(until, reason))}
        />
      )}
    </>
  );
}
