import { useTranslation } from "react-i18next";
import type { GetThemeBalanceResponse } from "../../generated/handhaving/capacity/v1/priority_service_pb";
import { linesOf } from "./balance";

/** Weights beside the hours that themes had, as numbers and as two bars that differ by more than their colour. */
export function BalanceTable({ balance }: { balance: GetThemeBalanceResponse }) {
  const { t } = useTranslation();
  const lines = linesOf(balance.themes);
  const widest = Math.max(1, ...lines.flatMap(({ weight, share }) => [weight, share]));
  return (
    <>
      {balance.expired && <p role="alert" className="expired">{t("theme.expired")}</p>}
      <p>{t("theme.balance.total", { hours: Math.round(balance.totalHours * 10) / 10 })}</p>
      <div className="balance" tabIndex={0} role="region" aria-label={t("theme.balance.title")}>
        <table>
          <thead><tr><th scope="col">{t("theme.theme")}</th><th scope="col">{t("theme.weight")}</th><th scope="col">{t("theme.share")}</th><th scope="col">{t("theme.difference")}</th><th scope="col">{t("theme.bars")}</th><th scope="col">{t("theme.boaHours")}</th><th scope="col">{t("theme.policeHours")}</th><th scope="col">{t("theme.areas")}</th></tr></thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.code}>
                <th scope="row">{line.name === "" ? t("theme.other") : line.name}</th>
                <td>{t("theme.percent", { share: line.weight })}</td>
                <td>{t("theme.percent", { share: line.share })}</td>
                <td className={line.difference < 0 ? "less" : "more"}>{t(line.difference < 0 ? "theme.less" : "theme.more", { points: Math.abs(line.difference) })}</td>
                <td aria-hidden="true"><span className="bar weight" style={{ width: `${(line.weight / widest) * 100}%` }} /><span className="bar share" style={{ width: `${(line.share / widest) * 100}%` }} /></td>
                <td>{t("theme.hours", { hours: line.boaHours })}</td>
                <td>{t("theme.hours", { hours: line.policeHours })}</td>
                <td>{line.areas.length === 0 ? <span className="quiet">{t("theme.none")}</span> : <ul>{line.areas.map(({ area, hours }) => <li key={area}>{t("theme.areaHours", { area, hours })}</li>)}</ul>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <ul className="bar-legend" aria-label={t("theme.legend")}><li><span className="bar weight" /> {t("theme.weight")}</li><li><span className="bar share" /> {t("theme.share")}</li></ul>
      {balance.otherFamilies.length > 0 && <details><summary>{t("theme.otherFamilies")}</summary><ul>{balance.otherFamilies.map(({ family, hours }) => <li key={family}>{t("theme.areaHours", { area: family === "" ? t("theme.noFamily") : family, hours: Math.round(hours * 10) / 10 })}</li>)}</ul></details>}
    </>
  );
}
