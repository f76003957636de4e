import { useTranslation } from "react-i18next";
import { TextField } from "../asking/TextField";
import { useDesk } from "../desk/desk";
import { useStore } from "../time/store";
import { headerText, kinds } from "./question";

/** What is looked for, and why: nobody looks back without a reason, which is logged with who did. */
export function PastForm() {
  const { t } = useTranslation();
  const { past } = useDesk();
  const { question, reason, isReading } = useStore(past);
  const lacksReason = headerText(reason) === "";
  return (
    <form className="plain past-form" onSubmit={(event) => { event.preventDefault(); void past.search(); }}>
      <TextField label={t("past.reason")} value={reason} most={300} autoFocus={lacksReason} onChange={past.giveReason} />
      <TextField label={t("past.words")} value={question.words} most={200} autoFocus={!lacksReason} onChange={(words) => past.change({ words })} />
      <div className="past-choices">
        <label>{t("past.kind")}
          <select value={question.kind} onChange={(event) => past.change({ kind: kinds.find((kind) => kind === event.target.value) ?? "all" })}>
            {kinds.map((kind) => <option key={kind} value={kind}>{t(`past.kinds.${kind}`)}</option>)}
          </select>
        </label>
        <label>{t("past.from")} <input type="date" value={question.from} onChange={(event) => past.change({ from: event.target.value })} /></label>
        <label>{t("past.until")} <input type="date" value={question.until} onChange={(event) => past.change({ until: event.target.value })} /></label>
        <button type="submit" className="main" disabled={isReading || lacksReason} aria-describedby="past-logged">{t("past.search")} <kbd>{t("key.enter")}</kbd></button>
      </div>
      <p id="past-logged" className="quiet">{t("past.logged")}</p>
    </form>
  );
}
