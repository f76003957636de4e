import { useTranslation } from "react-i18next";
import type { RosterFinding, RosterShift } from "../../generated/handhaving/capacity/v1/roster_pb";
import type { BoardRow } from "../board/rows";
import { FindingLine } from "./FindingLine";
import { byWeight, findingsAt, severityKey, type SeverityKey } from "./findings";

interface Properties {
  findings: readonly RosterFinding[];
  shifts: readonly RosterShift[];
  rows: readonly BoardRow[];
  onOpen: (id: string) => void;
}

const severities: readonly SeverityKey[] = ["breach", "exception", "warning"];

/** All that stands against the roster, the heaviest first, with the way to the shift. */
export function FindingPanel({ findings, shifts, rows, onOpen }: Properties) {
  const { t } = useTranslation();
  const counts = severities.map((severity) => [severity, findings.filter((one) => severityKey(one.severity) === severity).length] as const).filter(([, count]) => count > 0);
  return (
    <details className="panel roster-findings">
      <summary>{findings.length === 0 ? t("roster.finding.none") : counts.map(([severity, count]) => `${t(`roster.finding.sign.${severity}`)} ${t(`roster.finding.short.${severity}`, { count })}`).join(", ")}</summary>
      <ul>
        {byWeight(findings).map((finding, at) => {
          const shift = shifts.find((one) => findingsAt(one, [finding]).length > 0);
          return (
            <li key={`${finding.rule} ${finding.officer} ${finding.startTime?.seconds} ${at}`}>
              <strong>{rows.find(({ officer }) => officer === finding.officer)?.name ?? finding.officer}</strong>
              <FindingLine finding={finding} />
              {shift && <button onClick={() => onOpen(shift.id)}>{t("roster.finding.toShift")}</button>}
            </li>
          );
        })}
      </ul>
    </details>
  );
}
