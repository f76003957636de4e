import { useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { TextField } from "../../asking/TextField";
import type { StaffFunction } from "../../generated/handhaving/capacity/v1/ledger_pb";
import type { DeploymentCover, RosterFinding } from "../../generated/handhaving/capacity/v1/roster_pb";
import type { BoardRow } from "../board/rows";
import { stretchOf } from "../../time/stretch";
import { choicesOf } from "../deployments/deployments";
import { FindingLine } from "../findings/FindingLine";
import { problemOf, type ShiftDraft } from "./shiftDraft";

interface Properties {
  first: ShiftDraft;
  isNew: boolean;
  rows: readonly BoardRow[];
  functions: readonly StaffFunction[];
  /** Ids of units that stand in the roster. */
  units: readonly string[];
  /** First and last day of the roster. */
  days: readonly [string, string];
  findings: readonly RosterFinding[];
  /** What was promised in the days of the roster. */
  promises: readonly DeploymentCover[];
  mayChange: boolean;
  onTake: (draft: ShiftDraft) => void;
  onRemove: () => void;
  onClose: () => void;
}

/** One shift, opened: what stands against it, and all of it to change. */
export function ShiftForm({ first, isNew, rows, functions, units, days, findings, promises, mayChange, onTake, onRemove, onClose }: Properties) {
  const { t } = useTranslation();
  const title = useRef<HTMLHeadingElement>(null);
  const list = useId();
  const [draft, setDraft] = useState(first);
  const problem = problemOf(draft, days[0], days[1]);
  useEffect(() => title.current?.focus(), []);
  const change = (part: Partial<ShiftDraft>) => setDraft({ ...draft, ...part });
  const choices = choicesOf(promises, draft.function, draft.deployment);
  const name = rows.find(({ officer }) => officer === draft.officer)?.name ?? draft.officer;
  return (
    <section className="panel shift-form" aria-labelledby="shift-title" onKeyDown={(event) => { if (event.key === "Escape" && !event.defaultPrevented) onClose(); }}>
      <div className="panel-head">
        <h3 id="shift-title" ref={title} tabIndex={-1}>{t(isNew ? "roster.shift.new" : "roster.shift.title", { name })}</h3>
        <button onClick={onClose}>{t("roster.close")} <kbd>{t("key.escape")}</kbd></button>
      </div>
      {findings.map((finding, at) => <FindingLine key={`${finding.rule} ${at}`} finding={finding} />)}
      {!isNew && findings.length === 0 && <p className="quiet">{t("roster.shift.nothingAgainst")}</p>}
      <form className="shift-fields" onSubmit={(event) => { event.preventDefault(); if (!problem && mayChange) onTake(draft); }}>
        <fieldset disabled={!mayChange}>
          <legend className="unseen">{t("roster.shift.fields")}</legend>
          <label className="field">{t("roster.person")}
            <select value={draft.officer} onChange={(event) => change({ officer: event.target.value })}>{rows.map((row) => <option key={row.officer} value={row.officer}>{row.name}</option>)}</select>
          </label>
          <label className="field">{t("roster.shift.function")}
            <select value={draft.function} onChange={(event) => change({ function: event.target.value })}>{functions.map((one) => <option key={one.code} value={one.code}>{one.displayName}</option>)}</select>
          </label>
          <label className="field">{t("roster.shift.from")}<input type="datetime-local" step={900} value={draft.from} aria-invalid={problem === "from" || problem === "order"} onChange={(event) => change({ from: event.target.value })} /></label>
          <label className="field">{t("roster.shift.to")}<input type="datetime-local" step={900} value={draft.to} aria-invalid={problem === "to" || problem === "order"} onChange={(event) => change({ to: event.target.value })} /></label>
          <label className="field">{t("roster.shift.unit")}<input list={list} value={draft.unit} maxLength={60} aria-invalid={problem === "unit"} onChange={(event) => change({ unit: event.target.value })} /></label>
          <datalist id={list}>{units.map((unit) => <option key={unit} value={unit} />)}</datalist>
          <TextField label={t("roster.shift.activity")} value={draft.activity} most={100} onChange={(activity) => change({ activity })} />
          <label className="field">{t("roster.shift.break")}<input inputMode="numeric" value={draft.breakMinutes} aria-invalid={problem === "break"} onChange={(event) => change({ breakMinutes: event.target.value })} /></label>
          <TextField label={t("roster.shift.note")} value={draft.note} most={200} onChange={(note) => change({ note })} />
          {choices.length > 0 && (
            <label className="field">{t("roster.deployment.of")}
              <select value={draft.deployment} onChange={(event) => change({ deployment: event.target.value })}>
                <option value="">{t("roster.deployment.none")}</option>
                {choices.map((cover) => <option key={cover.deployment} value={cover.deployment}>{cover.caseId || t("roster.deployment.gone")}, {t("roster.deployment.when", stretchOf(cover))}</option>)}
              </select>
            </label>
          )}
          <label className="check"><input type="checkbox" checked={draft.pinned} onChange={(event) => change({ pinned: event.target.checked })} /> {t("roster.shift.pin")}</label>
        </fieldset>
        {problem && mayChange && <p role="alert" className="problem-line">{t(`roster.shift.problem.${problem}`)}</p>}
        {mayChange && (
          <div className="buttons">
            <button type="submit" className="main" disabled={problem !== undefined}>{t("roster.shift.take")}</button>
            {!isNew && <button type="button" onClick={onRemove}>{t("roster.shift.remove")}</button>}
          </div>
        )}
      </form>
    </section>
  );
}
