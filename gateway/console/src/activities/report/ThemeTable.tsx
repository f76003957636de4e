import { useTranslation } from "react-i18next";
import type { GetThemeBalanceResponse } from "../../generated/handhaving/capacity/v1/priority_service_pb";
import { themeTotals, type Grouping, type ReportLine } from "./report";

interface Properties {
  lines: readonly ReportLine[];
  balance: GetThemeBalanceResponse;
  called: (by: Grouping, key: string) => string;
}

/** What each theme got: hours made on activities, and hours of units on incidents with where. */
export function ThemeTable({ lines, balance, called }: Properties) {
  const { t } = useTranslation();
  const totals = themeTotals(lines, balance.themes);
  const sum = (of: "activities" | "incidents") => Math.round(totals.reduce((all, total) => all + total[of], 0) * 10) / 10;
  return (
    <div className="activity-list" tabIndex={0} role="region" aria-label={t("activity.themes.title")}>
      <table>
        <caption>{t("activity.themes.title")} <span className="quiet">{t("activity.themes.about")}</span></caption>
        <thead><tr>{(["theme", "activities", "incidents", "areas"] as const).map((column) => <th key={column} scope="col">{t(`activity.themes.column.${column}`)}</th>)}</tr></thead>
        <tbody>
          {totals.map(({ code, name, activities, incidents, areas }) => (
            <tr key={code}>
              <th scope="row">{code === "" ? t("activity.themes.other") : name === "" ? called("theme", code) : name}</th>
              <td>{t("activity.themes.hours", { hours: activities })}</td>
              <td>{t("activity.themes.hours", { hours: incidents })}</td>
              <td>{areas.length === 0 ? <span className="quiet">{t("activity.report.noHours")}</span> : <ul>{areas.map(({ area, hours }) => <li key={area}>{t("activity.themes.area", { area, hours })}</li>)}</ul>}</td>
            </tr>
          ))}
        </tbody>
        <tfoot><tr><th scope="row">{t("activity.report.total")}</th><td>{t("activity.themes.hours", { hours: sum("activities") })}</td><td>{t("activity.themes.hours", { hours: sum("incidents") })}</td><td /></tr></tfoot>
      </table>
    </div>
  );
}
