import { useTranslation } from "react-i18next";
import { LineChart } from "../../charts/LineChart";
import type { ForecastError } from "../../generated/handhaving/capacity/v1/demand_pb";
import { dayOfDate, sayDate } from "../../time/date";
import { fullMinute } from "../../time/words";
import { momentLabels } from "../momentLabels";
import type { Forecast } from "./forecast";

/** Calls expected hour by hour beside last week's, with how far such forecasts were off. */
export function ForecastResult({ forecast: { answer, curve, isCut } }: { forecast: Forecast }) {
  const { t } = useTranslation();
  const { error, lastWeekError, intervalCoverage, historyStart, origin } = answer;
  const number = (value: number) => Math.round(value * 100) / 100;
  return (
    <section className="staffing-part" aria-labelledby="forecast-title">
      <h3 id="forecast-title">{t("staffing.forecast.title")}</h3>
      <LineChart
        title={t("staffing.forecast.chart")} inTable={t("staffing.inTable")} labels={momentLabels(curve.map(({ start }) => start))}
        series={[{ name: t("staffing.forecast.expected"), values: curve.map(({ expected }) => expected) }, { name: t("staffing.forecast.lastWeek"), values: curve.map(({ lastWeek }) => lastWeek) }]}
        band={{ name: t("staffing.forecast.interval"), low: curve.map(({ low }) => low), high: curve.map(({ high }) => high) }}
      />
      <dl className="facts">
        <div><dt>{t("staffing.forecast.error")}</dt><dd>{error ? <ErrorWords error={error} /> : t("staffing.forecast.noError")}</dd></div>
        {lastWeekError && <div><dt>{t("staffing.forecast.lastWeekError")}</dt><dd><ErrorWords error={lastWeekError} /></dd></div>}
        {error?.scaledAbsoluteError !== undefined && <div><dt>{t("staffing.forecast.against")}</dt><dd>{t(error.scaledAbsoluteError < 1 ? "staffing.forecast.better" : "staffing.forecast.worse", { ratio: number(error.scaledAbsoluteError) })}</dd></div>}
        {intervalCoverage !== undefined && <div><dt>{t("staffing.forecast.coverage")}</dt><dd>{t("staffing.percent", { share: Math.round(intervalCoverage * 100) })}</dd></div>}
        <div><dt>{t("staffing.forecast.history")}</dt><dd>{t("staffing.forecast.historyOf", { from: sayDate(dayOfDate(historyStart)), to: sayDate(dayOfDate(origin)) })}</dd></div>
      </dl>
      {isCut && <p className="due">{t("staffing.forecast.cut")}</p>}
      <details>
        <summary>{t("staffing.asTable")}</summary>
        <div className="staffing-table" tabIndex={0} role="region" aria-label={t("staffing.forecast.chart")}>
          <table>
            <thead><tr><th scope="col">{t("staffing.hour")}</th><th scope="col">{t("staffing.forecast.expected")}</th><th scope="col">{t("staffing.forecast.interval")}</th><th scope="col">{t("staffing.forecast.lastWeek")}</th><th scope="col">{t("staffing.forecast.special")}</th></tr></thead>
            <tbody>{curve.map((hour) => <tr key={hour.start}><th scope="row">{fullMinute(hour.start)}</th><td>{t("staffing.number", { value: number(hour.expected) })}</td><td>{t("staffing.forecast.between", { low: hour.low, high: hour.high })}</td><td>{hour.lastWeek ?? t("staffing.unknown")}</td><td>{hour.specialKind}</td></tr>)}</tbody>
          </table>
        </div>
      </details>
    </section>
  );
}

function ErrorWords({ error }: { error: ForecastError }) {
  const { t } = useTranslation();
  const number = (value: number) => Math.round(value * 1000) / 1000;
  return t("staffing.forecast.off", { mean: number(error.meanAbsoluteError), share: error.weightedAbsoluteError === undefined ? t("staffing.unknown") : Math.round(error.weightedAbsoluteError * 100), bias: number(error.bias), hours: error.hours });
}
