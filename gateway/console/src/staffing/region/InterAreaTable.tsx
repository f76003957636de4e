import { useTranslation } from "react-i18next";
import type { RegionMeasures } from "../../generated/handhaving/capacity/v1/staffing_pb";
import { percentOf } from "./shares";

/** Areas by units: which share of all calls each unit answers where; the most of an area is marked. */
export function InterAreaTable({ measures: { units, atoms } }: { measures: RegionMeasures }) {
  const { t } = useTranslation();
  return (
    <div className="staffing-table" tabIndex={0} role="region" aria-labelledby="inter-title">
      <table>
        <caption id="inter-title">{t("staffing.region.interTitle")}</caption>
        <thead><tr><th scope="col">{t("staffing.region.area")}</th><th scope="col">{t("staffing.size.calls")}</th>{units.map((_, at) => <th key={at} scope="col">{t("staffing.region.unitOf", { unit: at + 1 })}</th>)}<th scope="col">{t("staffing.region.byOther")}</th></tr></thead>
        <tbody>
          {atoms.map(({ area, callsPerHour, dispatchShares, interResponseShare }) => (
            <tr key={area}>
              <th scope="row">{area}</th>
              <td>{t("staffing.number", { value: Math.round(callsPerHour * 100) / 100 })}</td>
              {dispatchShares.map((share, at) => <td key={at} className={share > 0 && share === Math.max(...dispatchShares) ? "most" : undefined}>{t("staffing.percent", { share: percentOf(share) })}</td>)}
              {dispatchShares.length === 0 && units.map((_, at) => <td key={at}>{t("staffing.unknown")}</td>)}
              <td>{interResponseShare === undefined ? t("staffing.unknown") : t("staffing.percent", { share: percentOf(interResponseShare) })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
