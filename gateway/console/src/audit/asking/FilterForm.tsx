import { useTranslation } from "react-i18next";
import { TextField } from "../../asking/TextField";
import { EntrySelection } from "../../generated/handhaving/dispatch/v1/audit_service_pb";
import { problemOf, type Filters } from "./filters";
import { verbs } from "../line/verbs";

interface Properties {
  filters: Filters;
  onChange: (filters: Filters) => void;
  onSearch: (filters: Filters) => void;
}

const selections = [
  [EntrySelection.UNSPECIFIED, "all"], [EntrySelection.ACTS, "acts"], [EntrySelection.UNREVIEWED, "unreviewed"], [EntrySelection.REFUSED, "refused"], [EntrySelection.OVERRIDDEN, "overridden"],
] as const;

/** What to look for: by person, object, period and verb, and what there is to review. */
export function FilterForm({ filters, onChange, onSearch }: Properties) {
  const { t } = useTranslation();
  const problem = problemOf(filters);
  const change = (changes: Partial<Filters>) => onChange({ ...filters, ...changes });
  return (
    <form className="audit-filters" role="search" aria-label={t("audit.search")} onSubmit={(event) => { event.preventDefault(); onSearch(filters); }}>
      <div className="audit-tabs" role="group" aria-label={t("audit.which")}>
        {selections.map(([selection, key]) => (
          <button key={key} type="button" aria-pressed={filters.selection === selection} onClick={() => onSearch({ ...filters, selection })}>{t(`audit.selection.${key}`)}</button>
        ))}
      </div>
      <div className="audit-fields">
        <TextField label={t("audit.actor")} value={filters.actor} most={200} onChange={(actor) => change({ actor })} />
        <TextField label={t("audit.object")} value={filters.object} most={300} onChange={(object) => change({ object })} />
        <label className="field">{t("audit.verbLabel")}
          <select value={filters.action} onChange={(event) => change({ action: event.target.value })}>
            <option value="">{t("audit.anyVerb")}</option>
            {verbs.map((verb) => <option key={verb} value={verb}>{t(`audit.verb.${verb}`)}</option>)}
          </select>
        </label>
        <label className="field">{t("audit.from")} <input type="datetime-local" value={filters.from} aria-invalid={problem === "from" || problem === "order"} onChange={(event) => change({ from: event.target.value })} /></label>
        <label className="field">{t("audit.to")} <input type="datetime-local" value={filters.to} aria-invalid={problem === "to" || problem === "order"} onChange={(event) => change({ to: event.target.value })} /></label>
        <button type="submit" className="main" disabled={problem !== undefined}>{t("audit.search")}</button>
      </div>
      {problem && <p role="alert" className="problem-line">{t(`audit.problem.${problem}`)}</p>}
      {filters.selection === EntrySelection.OVERRIDDEN && <p className="quiet">{t("audit.aboutOverrides")}</p>}
    </form>
  );
}
