import { useTranslation } from "react-i18next";
import { sayMonth } from "../../time/date";
import type { Grouping, MonthPart, ReportLine } from "./report";

interface Properties {
  parts: readonly MonthPart[];
  lines: readonly ReportLine[];
  by: Grouping;
  called: (by: Grouping, key: string) => string;
}

/** Hours made of hours planned, month by month. */
export function ReportTable({ parts, lines, by, called }: Properties) {
  const { t, i18n } = useTranslation();
  if (lines.length === 0) return <p className="nothing">{t("activity.report.none")}</p>;
  const cell = (hours: { planned: number; delivered: number }) => (hours.planned === 0 && hours.delivered === 0 ? <span className="quiet">{t("activity.report.noHours")}</span> : <>{t("activity.report.of", hours)}<span className="unseen"> {t("activity.report.ofSaid", hours)}</span></>);
  return (
    <div className="activity-list" tabIndex={0} role="region" aria-label={t("activity.report.caption")}>
      <table>
        <caption>{t("activity.report.caption")}</caption>
        <thead><tr><th scope="col">{t(`activity.report.grouping.${by}`)}</th>{parts.map(({ month }) => <th key={month} scope="col">{sayMonth(month, i18n.language)}</th>)}<th scope="col">{t("activity.report.total")}</th></tr></thead>
        <tbody>{lines.map((line) => <tr key={line.key}><th scope="row">{called(by, line.key)}</th>{line.months.map((hours, at) => <td key={parts[at]?.month}>{cell(hours)}</td>)}<td><strong>{cell(line)}</strong></td></tr>)}</tbody>
      </table>
    </div>
  );
}
