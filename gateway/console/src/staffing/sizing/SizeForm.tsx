import { useState } from "react";
import { useTranslation } from "react-i18next";
import { problemOf, type SizeDraft } from "./sizeDraft";

interface Properties {
  first: SizeDraft;
  isBusy: boolean;
  onAsk: (draft: SizeDraft) => void;
}

const sources = ["demand", "load"] as const;

/** What level of service, from which calls. */
export function SizeForm({ first, isBusy, onAsk }: Properties) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(first);
  const problem = problemOf(draft);
  const change = (part: Partial<SizeDraft>) => setDraft({ ...draft, ...part });
  const field = (key: "days" | "service" | "wait" | "share" | "availability" | "planned") => (
    <label className="field">{t(`staffing.size.${key}`)}<input inputMode="decimal" value={draft[key]} maxLength={8} aria-invalid={problem === key} onChange={(event) => change({ [key]: event.target.value })} /></label>
  );
  return (
    <form className="size-form" onSubmit={(event) => { event.preventDefault(); if (!problem && !isBusy) onAsk(draft); }}>
      <fieldset>
        <legend>{t("staffing.size.source")}</legend>
        {sources.map((source) => <label key={source} className="check"><input type="radio" name="size-source" checked={draft.source === source} onChange={() => change({ source })} /> {t(`staffing.size.sourceOf.${source}`)}</label>)}
      </fieldset>
      {draft.source === "demand" ? (
        <>
          <label className="field">{t("staffing.size.day")}<input type="date" value={draft.day} aria-invalid={problem === "day"} onChange={(event) => change({ day: event.target.value })} /></label>
          {field("days")}
        </>
      ) : draft.arrivals.map((one, at) => (
        <label key={at} className="field">{t("staffing.size.arrivals", { priority: at + 1 })}<input inputMode="decimal" value={one} maxLength={8} aria-invalid={problem === "arrivals"} onChange={(event) => change({ arrivals: draft.arrivals.map((other, index) => (index === at ? event.target.value : other)) })} /></label>
      ))}
      {field("service")}
      {field("wait")}
      {field("share")}
      {field("availability")}
      {field("planned")}
      <button type="submit" className="main" disabled={problem !== undefined || isBusy}>{t("staffing.size.ask")}</button>
      {problem && <p role="alert" className="problem-line">{t(`staffing.size.problem.${problem}`)}</p>}
    </form>
  );
}
