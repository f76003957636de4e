import { useTranslation } from "react-i18next";
import { ImportOutcome } from "../generated/handhaving/capacity/v1/people_service_pb";
import type { Imported } from "./imported";

const outcomes = { [ImportOutcome.ADDED]: "added", [ImportOutcome.UNCHANGED]: "unchanged", [ImportOutcome.REFUSED]: "refused", [ImportOutcome.UNSPECIFIED]: "other" } as const;

/** What becomes of each row of a file. */
export function RowReport({ told: { imported, rows } }: { told: Imported }) {
  const { t, i18n } = useTranslation();
  const refused = rows.filter(({ outcome }) => outcome === ImportOutcome.REFUSED).length;
  return (
    <div className="row-report" role="status">
      <p><strong>{t(imported ? "table.imported" : refused > 0 ? "table.refused" : "table.possible", { count: refused > 0 ? refused : rows.length })}</strong></p>
      <table>
        <thead><tr><th scope="col">{t("table.line")}</th><th scope="col">{t("table.outcome")}</th><th scope="col">{t("table.why")}</th></tr></thead>
        <tbody>
          {rows.map(({ line, outcome, reason, message, dutchMessage }) => (
            <tr key={line} data-outcome={outcomes[outcome]}>
              <td>{line}</td>
              <td className="outcome">{t(`table.outcomeOf.${outcomes[outcome]}`)}</td>
              <td>{i18n.language === "nl" ? dutchMessage : message}{reason !== "" && <span className="quiet"> {reason}</span>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
