import { useTranslation } from "react-i18next";
import type { StaffingHour, StaffingMeasures } from "../../generated/handhaving/capacity/v1/staffing_pb";
import { minuteOf } from "../../time/stretch";

/** All numbers of all hours: what is needed, what if one fewer, what is left for patrol. */
export function HourTable({ hours, isPlanned }: { hours: readonly StaffingHour[]; isPlanned: boolean }) {
  const { t } = useTranslation();
  const round = (value: number) => Math.round(value * 100) / 100;
  const number = (value: number) => t("staffing.number", { value: round(value) });
  const percent = (share: number | undefined) => (share === undefined ? t("staffing.unknown") : t("staffing.percent", { share: Math.round(share * 1000) / 10 }));
  const met = (measures: StaffingMeasures | undefined) => {
    if (!measures) return t("staffing.none");
    if (!measures.stable) return t("staffing.unstable", { units: measures.units });
    return t("staffing.met", { units: measures.units, share: percent(measures.shareWithin), wait: round((measures.meanWaitSeconds ?? 0) / 60), busy: percent(measures.utilisation) });
  };
  const waits = (measures: StaffingMeasures | undefined) => (measures?.waits ?? []).map(({ meanSeconds }) => (meanSeconds === undefined ? t("staffing.unknown") : number(meanSeconds / 60))).join(" / ");
  return (
    <div className="staffing-table" tabIndex={0} role="region" aria-label={t("staffing.size.table")}>
      <table>
        <caption className="unseen">{t("staffing.size.table")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("staffing.hour")}</th><th scope="col">{t("staffing.size.calls")}</th><th scope="col">{t("staffing.size.erlangs")}</th><th scope="col">{t("staffing.size.plannedNeeded")}</th><th scope="col">{t("staffing.size.needed")}</th>
            <th scope="col">{t("staffing.size.waits")}</th><th scope="col">{t("staffing.size.oneFewer")}</th><th scope="col">{t("staffing.size.patrol")}</th>
            {isPlanned && <><th scope="col">{t("staffing.size.planned")}</th><th scope="col">{t("staffing.size.patrolPlanned")}</th></>}
          </tr>
        </thead>
        <tbody>
          {hours.map((hour, at) => (
            <tr key={at}>
              <th scope="row">{hour.startTime ? minuteOf(hour.startTime) : t("staffing.anyHour")}</th>
              <td>{number(hour.arrivalsPerHour.reduce((sum, one) => sum + one, 0))}</td>
              <td>{number(hour.erlangs)}</td>
              <td className="number">{hour.plannedNeeded}</td>
              <td>{met(hour.needed)}</td>
              <td>{waits(hour.needed)}</td>
              <td>{met(hour.oneFewer)}</td>
              <td>{percent(hour.patrolShare)}</td>
              {isPlanned && <><td>{met(hour.planned)}</td><td>{percent(hour.plannedPatrolShare)}</td></>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
