import { useState } from "react";
import { useTranslation } from "react-i18next";
import { AbsenceKind } from "../../generated/handhaving/capacity/v1/people_pb";
import { enteredKinds, kindKey } from "../keys";
import { problemOf, type AbsenceDraft } from "./absenceDraft";

interface Properties {
  first: AbsenceDraft;
  confirm: string;
  isBusy: boolean;
  onSubmit: (draft: AbsenceDraft) => void;
  onLeave: () => void;
}

/** When somebody cannot be put to work, and as what; a medical reason has no place here. */
export function AbsenceForm({ first, confirm, isBusy, onSubmit, onLeave }: Properties) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(first);
  const problem = problemOf(draft);
  const change = (part: Partial<AbsenceDraft>) => setDraft({ ...draft, ...part });
  return (
    <form className="absence-form" onSubmit={(event) => { event.preventDefault(); if (!problem) onSubmit(draft); }} onKeyDown={(event) => { if (event.key === "Escape") { event.preventDefault(); onLeave(); } }}>
      <label className="field">{t("people.absence.what")}<select autoFocus value={draft.kind} onChange={(event) => change({ kind: enteredKinds.find((kind) => String(kind) === event.target.value) ?? draft.kind })}>{enteredKinds.map((kind) => <option key={kind} value={kind}>{t(`people.absence.kind.${kindKey(kind)}`)}</option>)}</select></label>
      <label className="field">{t("people.absence.from")}<input type="datetime-local" step={900} value={draft.from} aria-invalid={problem === "from" || problem === "order"} onChange={(event) => change({ from: event.target.value })} /></label>
      <label className="field">{t("people.absence.to")}<input type="datetime-local" step={900} value={draft.to} aria-invalid={problem === "to" || problem === "order"} onChange={(event) => change({ to: event.target.value })} /></label>
      {draft.kind === AbsenceKind.LENT_OUT && <label className="field">{t("people.absence.borrower")}<input inputMode="numeric" value={draft.borrower} maxLength={4} aria-invalid={problem === "borrower"} onChange={(event) => change({ borrower: event.target.value })} /></label>}
      <label className="check"><input type="checkbox" checked={draft.isConfirmed} onChange={(event) => change({ isConfirmed: event.target.checked })} /> {t("people.absence.sure")}</label>
      {problem && <p role="alert" className="problem-line">{t(`people.absence.problem.${problem}`)}</p>}
      <div className="buttons">
        <button type="submit" className="main" disabled={problem !== undefined || isBusy}>{confirm}</button>
        <button type="button" onClick={onLeave}>{t("act.leave")}</button>
      </div>
    </form>
  );
}
