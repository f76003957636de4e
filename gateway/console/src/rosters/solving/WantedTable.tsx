import { useTranslation } from "react-i18next";
import type { StaffFunction } from "../../generated/handhaving/capacity/v1/ledger_pb";
import { sayWeekday } from "../../time/weekday";
import type { Wanted } from "./wanted";

interface Properties {
  wanted: readonly Wanted[];
  functions: readonly StaffFunction[];
  onChange: (wanted: readonly Wanted[]) => void;
}

const week = [0, 1, 2, 3, 4, 5, 6];

/** The shifts that may be given and how many people each wants on each day of the week. */
export function WantedTable({ wanted, functions, onChange }: Properties) {
  const { t, i18n } = useTranslation();
  const change = (at: number, part: Partial<Wanted>) => onChange(wanted.map((one, index) => (index === at ? { ...one, ...part } : one)));
  const cell = (at: number, key: "code" | "unit" | "start" | "hours", one: Wanted) => <td><input aria-label={`${t(`roster.solve.${key}`)}, ${one.code}`} type={key === "start" ? "time" : "text"} value={one[key]} maxLength={40} onChange={(event) => change(at, { [key]: event.target.value })} /></td>;
  return (
    <div className="wanted">
      <table>
        <caption className="unseen">{t("roster.solve.wanted")}</caption>
        <thead>
          <tr>
            {(["code", "function", "unit", "start", "hours"] as const).map((key) => <th key={key} scope="col">{t(`roster.solve.${key}`)}</th>)}
            {week.map((day) => <th key={day} scope="col">{sayWeekday(day, i18n.language)}</th>)}
            <th scope="col"><span className="unseen">{t("roster.solve.drop")}</span></th>
          </tr>
        </thead>
        <tbody>
          {wanted.map((one, at) => (
            <tr key={at}>
              {cell(at, "code", one)}
              <td><select aria-label={`${t("roster.solve.function")}, ${one.code}`} value={one.function} onChange={(event) => change(at, { function: event.target.value })}>{functions.map(({ code, displayName }) => <option key={code} value={code}>{displayName}</option>)}</select></td>
              {cell(at, "unit", one)}
              {cell(at, "start", one)}
              {cell(at, "hours", one)}
              {week.map((day) => <td key={day} className="count"><input inputMode="numeric" aria-label={`${one.code}, ${sayWeekday(day, i18n.language)}`} value={one.counts[day] ?? ""} maxLength={3} onChange={(event) => change(at, { counts: week.map((index) => (index === day ? event.target.value : one.counts[index] ?? "")) })} /></td>)}
              <td><button type="button" aria-label={`${t("roster.solve.drop")}: ${one.code}`} onClick={() => onChange(wanted.filter((_, index) => index !== at))}>{t("roster.solve.dropSign")}</button></td>
            </tr>
          ))}
        </tbody>
      </table>
      <button type="button" onClick={() => onChange([...wanted, { code: `${t("roster.solve.shift")}-${wanted.length + 1}`, function: functions[0]?.code ?? "", unit: "", start: "08:00", hours: "8", counts: week.map(() => "1") }])}>{t("roster.solve.add")}</button>
    </div>
  );
}
