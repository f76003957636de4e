import { useTranslation } from "react-i18next";
import type { ModelNote } from "../generated/handhaving/capacity/v1/staffing_pb";

/** Which models stand behind numbers, and within which limits they hold. */
export function ModelNotes({ models }: { models: readonly ModelNote[] }) {
  const { t, i18n } = useTranslation();
  return (
    <aside className="model-notes" aria-label={t("staffing.models")}>
      <h4>{t("staffing.models")}</h4>
      <dl>{models.map(({ model, limits, dutchLimits }) => <div key={model}><dt>{model}</dt><dd>{i18n.language === "nl" ? dutchLimits : limits}</dd></div>)}</dl>
    </aside>
  );
}
