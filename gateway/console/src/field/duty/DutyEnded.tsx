import { useTranslation } from "react-i18next";
import { useField } from "../field";

/** Says that the duty was ended, but not here: a crew that does not know it waits for jobs that do not come. */
export function DutyEnded({ unit }: { unit: string }) {
  const { t } = useTranslation();
  const { duty } = useField();
  return (
    <div role="alert" className="trouble">
      <p><strong>{t("field.endedElsewhere", { unit })}</strong></p>
      <p>{t("field.endedElsewhereAdvice")}</p>
      <button type="button" className="key" onClick={duty.seenEnd}>{t("field.gone.seen")}</button>
    </div>
  );
}
