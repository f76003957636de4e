import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useActing } from "../../acting/acting";
import { TroubleBox } from "../../acting/TroubleBox";
import { TextField } from "../../asking/TextField";
import type { BoardRow } from "../board/rows";
import { useStore } from "../../time/store";
import { fullMinute } from "../../time/words";
import { startOf } from "../editing/moves";
import { peopleNamed, type Change } from "./changes";
import { decisionsOf, keyOf, tasksNamed, type Chosen, type Decision, type OpenTask } from "./unserved";
import { UnservedChoices } from "./UnservedChoices";

interface Properties {
  /** Where what went wrong is shown. */
  place: string;
  title: string;
  confirm: string;
  changes: readonly Change[];
  rows: readonly BoardRow[];
  onSubmit: (reason: string, consents: readonly string[], decisions: Decision[]) => void;
  onLeave: () => void;
}

/** What people will be told that differs from what they know, with the reason and the consents that a late change needs, and what becomes of work without people; the platform says which those are. */
export function NoticeForm({ place, title, confirm, changes, rows, onSubmit, onLeave }: Properties) {
  const { t } = useTranslation();
  const { acts } = useActing();
  const { busy, troubles } = useStore(acts);
  const [reason, setReason] = useState("");
  const [consents, setConsents] = useState<ReadonlySet<string>>(new Set());
  const failure = troubles.get(place)?.failure;
  const metadata = typeof failure === "object" ? failure.metadata : {};
  const [decided, setDecided] = useState<ReadonlyMap<string, { task: OpenTask; chosen: Chosen }>>(new Map());
  const named = tasksNamed(metadata.tasks ?? "");
  const tasks = [...[...decided.values()].map(({ task }) => named.find((one) => keyOf(one) === keyOf(task)) ?? task), ...named.filter((task) => !decided.has(keyOf(task)))];
  const chosen = new Map([...decided].map(([key, one]) => [key, one.chosen]));
  const term = Number(metadata.days ?? 0);
  const people = [...new Set(changes.map(({ shift }) => shift.officer))];
  const asked = peopleNamed(metadata.officers ?? "", people);
  const nameOf = (officer: string) => rows.find((row) => row.officer === officer)?.name ?? officer.split("/").at(-1) ?? officer;
  const toggle = (officer: string) => {
    const next = new Set(consents);
    if (!next.delete(officer)) next.add(officer);
    setConsents(next);
  };
  return (
    <form className="notice-form" aria-label={title} onSubmit={(event) => { event.preventDefault(); onSubmit(reason.trim(), [...consents], decisionsOf(tasks, chosen)); }} onKeyDown={(event) => { if (event.key === "Escape") onLeave(); }}>
      <h4>{t("roster.notice.changes", { count: changes.length })}</h4>
      <ul className="notice-changes">
        {changes.map(({ kind, shift, before, days }) => (
          <li key={`${kind} ${shift.id}`} className={days < term ? "late" : undefined}>
            <strong>{nameOf(shift.officer)}</strong> {t(`roster.notice.${kind}`, { from: fullMinute(startOf(shift)), before: before ? fullMinute(startOf(before)) : "" })} <span className="quiet">{t(days < 0 ? "roster.notice.begun" : "roster.notice.inDays", { count: days })}</span>
          </li>
        ))}
      </ul>
      <p className="quiet">{t("roster.notice.about")}</p>
      <TextField label={t("roster.notice.reason")} value={reason} most={500} onChange={setReason} />
      {people.length > 0 && (
        <fieldset className="consents">
          <legend>{t("roster.notice.consents")}</legend>
          {people.map((officer) => <label key={officer} className="check"><input type="checkbox" checked={consents.has(officer)} onChange={() => toggle(officer)} /> {nameOf(officer)}{asked.includes(officer) && <strong> {t("roster.notice.must")}</strong>}</label>)}
        </fieldset>
      )}
      <UnservedChoices tasks={tasks} chosen={chosen} onChoose={(task, one) => setDecided(new Map(decided).set(keyOf(task), { task, chosen: one }))} />
      <TroubleBox place={place} />
      <div className="buttons">
        <button type="submit" className="main" disabled={busy.has(place)}>{confirm}</button>
        <button type="button" onClick={onLeave}>{t("act.leave")}</button>
      </div>
    </form>
  );
}
