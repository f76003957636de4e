import { useTranslation } from "react-i18next";
import type nl from "../../words/nl/pages/roster.json";

type RuleKey = keyof typeof nl.rule;

/** Says rules and measures; one that this page does not know as its code. */
export function useRuleWords() {
  const { t, i18n } = useTranslation();
  const isKnown = (key: string) => i18n.exists(key);
  return {
    rule: (code: string) => (isKnown(`roster.rule.${code}`) ? t(`roster.rule.${code as RuleKey}`) : code),
    measure: (code: string) => (isKnown(`roster.measure.${code}`) ? t(`roster.measure.${code as keyof typeof nl.measure}`) : code),
    cause: (code: string) => (isKnown(`roster.cause.${code}`) ? t(`roster.cause.${code as keyof typeof nl.cause}`) : code),
  };
}
