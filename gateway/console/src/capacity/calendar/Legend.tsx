import { useTranslation } from "react-i18next";
import { levels } from "./heat";

const examples = { short: "-2", decided: "-1", none: "0", few: "2", enough: "5", unknown: "?" } as const;

export function Legend() {
  const { t } = useTranslation();
  return (
    <ul className="heat-legend" aria-label={t("capacity.legend")}>
      {levels.map((level) => <li key={level}><span data-level={level} aria-hidden="true">{examples[level]}</span> {t(`capacity.level.${level}`)}</li>)}
    </ul>
  );
}
