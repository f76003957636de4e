import { useTranslation } from "react-i18next";
import type { RegionMeasures } from "../../generated/handhaving/capacity/v1/staffing_pb";
import type { AnalyseRegionResponse } from "../../generated/handhaving/capacity/v1/staffing_service_pb";
import { ModelNotes } from "../ModelNotes";
import { InterAreaTable } from "./InterAreaTable";
import { percentOf, withoutMissing } from "./shares";

/** Who is busy how much and who goes where, beside how it would be with one unit missing. */
export function RegionResult({ answer: { measures, withoutUnit, withoutUnitUnstable, models }, missing }: { answer: AnalyseRegionResponse; missing: number }) {
  const { t } = useTranslation();
  if (!measures) return null;
  const others = withoutMissing(measures.units.length, missing, withoutUnit?.units ?? []);
  const percent = (share: number | undefined) => (share === undefined ? t("staffing.unknown") : t("staffing.percent", { share: percentOf(share) }));
  return (
    <section className="staffing-part" aria-labelledby="region-title">
      <h3 id="region-title">{t("staffing.region.title")}</h3>
      <div className="staffing-table" tabIndex={0} role="region" aria-labelledby="workload-title">
        <table>
          <caption id="workload-title">{t("staffing.region.workloads")}</caption>
          <thead><tr><th scope="col">{t("staffing.region.unit")}</th><th scope="col">{t("staffing.region.workload")}</th><th scope="col">{t("staffing.region.answered")}</th><th scope="col">{t("staffing.region.outside")}</th>{missing > 0 && <th scope="col">{t("staffing.region.workloadWithout", { unit: missing })}</th>}</tr></thead>
          <tbody>
            {measures.units.map((unit, at) => (
              <tr key={at}>
                <th scope="row">{at + 1}</th>
                <td><meter min={0} max={1} value={unit.workload} aria-hidden="true" /> {percent(unit.workload)}</td>
                <td>{percent(unit.answeredShare)}</td>
                <td>{percent(unit.interResponseShare)}</td>
                {missing > 0 && <td>{others[at] ? percent(others[at].workload) : t("staffing.none")}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {withoutUnitUnstable && <p role="alert" className="problem-line">{t("staffing.region.unstable", { unit: missing })}</p>}
      <Facts measures={measures} />
      {withoutUnit && <><h4>{t("staffing.region.withoutTitle", { unit: missing })}</h4><Facts measures={withoutUnit} /></>}
      <InterAreaTable measures={measures} />
      <ModelNotes models={models} />
    </section>
  );
}

function Facts({ measures: { probabilityAllBusy, interResponseShare, meanTravelSeconds, meanWaitSeconds, meanResponseSeconds } }: { measures: RegionMeasures }) {
  const { t } = useTranslation();
  const minutes = (seconds: number | undefined) => (seconds === undefined ? t("staffing.unknown") : t("staffing.minutes", { minutes: Math.round(seconds / 6) / 10 }));
  const lines = [
    ["allBusy", t("staffing.percent", { share: percentOf(probabilityAllBusy) })], ["inter", t("staffing.percent", { share: percentOf(interResponseShare) })], ["drive", minutes(meanTravelSeconds)], ["waits", minutes(meanWaitSeconds)], ["response", minutes(meanResponseSeconds)],
  ] as const;
  return <dl className="facts">{lines.map(([key, value]) => <div key={key}><dt>{t(`staffing.region.fact.${key}`)}</dt><dd>{value}</dd></div>)}</dl>;
}
