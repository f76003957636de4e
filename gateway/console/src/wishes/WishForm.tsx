import { useState } from "react";
import { useTranslation } from "react-i18next";
import { likings, problemOf, type WishDraft } from "./wishes";

interface Properties {
  today: string;
  isBusy: boolean;
  /** Calls `taken` when it is kept. */
  onSubmit: (draft: WishDraft, taken: () => void) => void;
}

/** Says what one would like on some days. */
export function WishForm({ today, isBusy, onSubmit }: Properties) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState<WishDraft>({ from: "", to: "", liking: "free", code: "" });
  const filled = { ...draft, to: draft.to === "" ? draft.from : draft.to }; // one day needs no second
  const problem = problemOf(filled, today);
  const isBegun = draft.from !== "";
  const say = () => onSubmit(filled, () => setDraft({ ...draft, from: "", to: "" }));
  return (
    <form className="wish-form" aria-label={t("wish.new")} onSubmit={(event) => { event.preventDefault(); if (!problem) say(); }}>
      <label className="field">{t("wish.from")}<input type="date" value={draft.from} min={today} aria-invalid={isBegun && (problem === "days" || problem === "past")} onChange={(event) => setDraft({ ...draft, from: event.target.value })} /></label>
      <label className="field">{t("wish.to")}<input type="date" value={draft.to} min={draft.from} aria-invalid={isBegun && (problem === "days" || problem === "far")} onChange={(event) => setDraft({ ...draft, to: event.target.value })} /></label>
      <label className="field">{t("wish.what")}<select value={draft.liking} onChange={(event) => setDraft({ ...draft, liking: likings.find((one) => one === event.target.value) ?? "free" })}>{likings.map((liking) => <option key={liking} value={liking}>{t(`wish.liking.${liking}`)}</option>)}</select></label>
      {draft.liking !== "free" && <label className="field">{t("wish.code")}<input value={draft.code} maxLength={40} autoComplete="off" aria-invalid={isBegun && problem === "code"} onChange={(event) => setDraft({ ...draft, code: event.target.value.trim() })} /></label>}
      {isBegun && problem && <p role="alert" className="problem-line">{t(`wish.problem.${problem}`)}</p>}
      <button type="submit" className="main" disabled={isBusy || problem !== undefined}>{t("wish.say")}</button>
    </form>
  );
}
