import { useState, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { TroubleBox } from "../acting/TroubleBox";
import { useDesk } from "../desk/desk";
import { useStore } from "../time/store";
import { Duplicates } from "./Duplicates";
import { isComplete, missingOf } from "./draft";
import { MoreFields } from "./MoreFields";
import { PlaceField } from "./PlaceField";
import { PriorityField } from "../asking/PriorityField";
import { TextField } from "../asking/TextField";
import { TypeField } from "./TypeField";
import { place, useSave } from "./useSave";
import "./report.css";

/** The form for a new report: what, where, how urgent; one key saves it from any field. */
export function ReportForm() {
  const { t } = useTranslation();
  const { draft, selection, acts } = useDesk();
  const state = useStore(draft);
  const { busy, troubles } = useStore(acts);
  const save = useSave();
  const [isTried, setTried] = useState(false);
  const missing = missingOf(state);
  // What is not there yet is no fault before somebody wants it saved; a place where it cannot be is.
  const isWrong = missing === "area" || (isTried && missing !== undefined);
  const trySave = () => {
    setTried(true);
    void save();
  };
  const clear = () => {
    setTried(false);
    draft.clear();
  };
  const isLocked = busy.has(place) || troubles.get(place)?.retry !== undefined;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" && event.ctrlKey) trySave();
    else if (event.key === "Escape" && !event.defaultPrevented) selection.leave();
  };
  return (
    <section className="panel report" aria-labelledby="report-title" onKeyDown={onKeyDown}>
      <header className="panel-head">
        <h2 id="report-title">{t("report.title")}</h2>
        <button type="button" onClick={selection.leave}>{t("report.later")} <kbd>{t("key.escape")}</kbd></button>
      </header>
      <form className="panel-body" onSubmit={(event) => { event.preventDefault(); trySave(); }}>
        <TroubleBox place={place} />
        <fieldset className="plain" disabled={isLocked}>
          <TypeField />
          <PlaceField />
          <TextField label={t("report.description")} value={state.description} lines={3} most={2000} onChange={(description) => draft.change({ description })} />
          <PriorityField name="report-priority" priority={state.priority} onChange={draft.sayPriority} />
          <TextField label={t("report.priorityReason")} value={state.priorityReason} most={300} onChange={(priorityReason) => draft.change({ priorityReason })} />
          <Duplicates type={state.type} place={state.place} />
          <MoreFields />
        </fieldset>
        <footer className="report-foot">
          <button type="submit" className="main" disabled={isLocked} aria-describedby="report-state">{t(busy.has(place) ? "report.saving" : "report.save")} <kbd>{t("key.save")}</kbd></button>
          <button type="button" disabled={isLocked} onClick={clear}>{t("report.clear")}</button>
          <span id="report-state" className={isWrong ? "missing" : "quiet"} role={isTried ? "alert" : undefined}>{missing === undefined ? (isComplete(state) ? "" : t("report.incomplete")) : t(`report.missing.${missing}`)}</span>
        </footer>
      </form>
    </section>
  );
}
