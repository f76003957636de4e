import { useState } from "react";
import { useTranslation } from "react-i18next";

/** The emergency button: where it will be, and for as long as nothing hears it, what to do instead. */
export function Emergency() {
  const { t } = useTranslation();
  const [isPressed, setPressed] = useState(false);
  return (
    <section className="emergency" aria-labelledby="emergency-title">
      <h2 id="emergency-title" className="unseen">{t("field.emergency")}</h2>
      <button type="button" className="emergency-key" onClick={() => setPressed(true)}>
        <strong>{t("field.emergency")}</strong>
        <span>{t("field.emergencyInactive")}</span>
      </button>
      {isPressed && <p role="alert" className="emergency-told">{t("field.emergencyInstead")} <a className="key" href="tel:112">{t("field.call112")}</a></p>}
    </section>
  );
}
