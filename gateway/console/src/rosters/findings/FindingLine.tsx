import { useTranslation } from "react-i18next";
import type { RosterFinding } from "../../generated/handhaving/capacity/v1/roster_pb";
import { stretchOf } from "../../time/stretch";
import { severityKey } from "./findings";
import { useRuleWords } from "./useRuleWords";

/** What stands against a shift: the rule and its article, when, and the numbers. */
export function FindingLine({ finding }: { finding: RosterFinding }) {
  const { t } = useTranslation();
  const say = useRuleWords();
  const severity = severityKey(finding.severity);
  const { from, to } = stretchOf(finding);
  return (
    <div className="finding" data-severity={severity}>
      <p><strong>{t(`roster.finding.sign.${severity}`)} {t(`roster.finding.severity.${severity}`)}: {say.rule(finding.rule)}</strong>{finding.article !== "" && <span className="quiet"> ({finding.article})</span>}</p>
      <p>{t("roster.finding.when", { from, to })}{finding.measure !== "" && <> {t("roster.finding.numbers", { measured: finding.measured, limit: finding.limit, measure: say.measure(finding.measure) })}</>}</p>
      <p className="quiet" lang="nl">{finding.message}</p>
    </div>
  );
}
