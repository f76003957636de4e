import { useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { TextField } from "../../asking/TextField";
import type { TargetGroup } from "../../generated/handhaving/capacity/v1/activity_pb";
import { kindKey, kinds } from "../activities";
import { problemOf, type ActivityDraft } from "./activityDraft";
import { PartnerRows } from "./PartnerRows";

interface Properties {
  first: ActivityDraft;
  groups: readonly TargetGroup[];
  /** Names of themes by their code. */
  themes: ReadonlyMap<string, string>;
  isBusy: boolean;
  onSubmit: (draft: ActivityDraft) => void;
  onLeave: () => void;
}

/** An activity: what it is, for whom, where, who gives hours and until when it is paid for. */
export function ActivityForm({ first, groups, themes, isBusy, onSubmit, onLeave }: Properties) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(first);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const known = useId();
  const problem = problemOf(draft);
  const change = (part: Partial<ActivityDraft>) => setDraft({ ...draft, ...part });
  return (
    <form className="activity-form" aria-labelledby="activity-form-title" onSubmit={(event) => { event.preventDefault(); if (!problem) onSubmit(draft); }} onKeyDown={(event) => { if (event.key === "Escape") { event.preventDefault(); onLeave(); } }}>
      <h4 id="activity-form-title" ref={title} tabIndex={-1}>{t(first.etag === "" ? "activity.new" : "activity.change", { name: first.name })}</h4>
      <div className="activity-fields">
        <label className="field">{t("activity.field.kind")}<select value={draft.kind} onChange={(event) => change({ kind: kinds.find((kind) => String(kind) === event.target.value) ?? draft.kind })}>{kinds.map((kind) => <option key={kind} value={kind}>{t(`activity.kind.${kindKey(kind)}`)}</option>)}</select></label>
        <TextField label={t("activity.field.name")} value={draft.name} most={120} onChange={(name) => change({ name })} />
        <label className="field">{t("activity.field.code")}<input value={draft.code} maxLength={60} disabled={first.etag !== ""} aria-invalid={problem === "code"} onChange={(event) => change({ code: event.target.value })} /></label>
        <label className="field">{t("activity.field.theme")}<input list={known} value={draft.theme} maxLength={60} aria-invalid={problem === "theme"} onChange={(event) => change({ theme: event.target.value })} /></label>
        <datalist id={known}>{[...themes].map(([code, name]) => <option key={code} value={code}>{name}</option>)}</datalist>
        <label className="field">{t("activity.field.group")}<select value={draft.group} aria-invalid={problem === "group"} onChange={(event) => change({ group: event.target.value })}><option value="">{t("activity.nobody")}</option>{groups.map(({ code, displayName }) => <option key={code} value={code}>{displayName}</option>)}</select></label>
        <TextField label={t("activity.field.place")} value={draft.place} most={120} onChange={(place) => change({ place })} />
        <label className="field">{t("activity.field.end")}<input type="date" value={draft.end} aria-invalid={problem === "end"} onChange={(event) => change({ end: event.target.value })} /></label>
      </div>
      <PartnerRows partners={draft.partners} onChange={(partners) => change({ partners })} />
      {first.etag !== "" && <p className="quiet">{t("activity.endTakesBack")}</p>}
      {problem && <p role="alert" className="problem-line">{t(`activity.problem.${problem}`)}</p>}
      <div className="buttons">
        <button type="submit" className="main" disabled={problem !== undefined || isBusy}>{t("activity.keep")}</button>
        <button type="button" onClick={onLeave}>{t("act.leave")}</button>
      </div>
    </form>
  );
}
