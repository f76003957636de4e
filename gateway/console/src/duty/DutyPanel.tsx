import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { isLive, useFeedPart } from "../board/freshness";
import { useDesk } from "../desk/desk";
import { useStore } from "../time/store";
import "./duty.css";
import { SignOnForm } from "./SignOnForm";
import { UnitDuty } from "./UnitDuty";

/** Duty of a unit: signing it on with its crew, and what it does until it is signed off. */
export function DutyPanel() {
  const { t } = useTranslation();
  const { selection, roster } = useDesk();
  const { unit: name } = useStore(selection);
  const unit = useFeedPart(({ board }) => board.units.get(name ?? ""));
  const live = useFeedPart(isLive);
  const [done, setDone] = useState("");
  useEffect(() => void roster.readUnits(), [roster]);
  const onDone = (words: string) => {
    setDone(words);
    selection.duty();
  };
  const said = unit ? "" : done;
  return (
    <section className={live ? "panel duty" : "panel duty stale"} aria-labelledby="duty-title" onKeyDown={(event) => { if (event.key === "Escape" && !event.defaultPrevented) selection.leave(); }}>
      <header className="panel-head">
        <h2 id="duty-title">{unit ? t("duty.of", { unit: unit.callSign }) : t("duty.signOnTitle")}</h2>
        <button type="button" onClick={selection.leave}>{t("act.leave")} <kbd>{t("key.escape")}</kbd></button>
      </header>
      <div className="panel-body">
        <p role="status" className={said === "" ? "unseen" : "duty-done"}>{said}</p>
        {unit ? <UnitDuty key={unit.name} unit={unit} onDone={onDone} /> : <SignOnForm key={name ?? done} name={name} onDone={onDone} />}
      </div>
    </section>
  );
}
