import { useTranslation } from "react-i18next";
import { useScreenOn } from "./useScreenOn";

/** What a page can and cannot do on a phone, said plainly. */
export function OnThisPhone() {
  const { t } = useTranslation();
  const screen = useScreenOn();
  return (
    <section className="on-this-phone" aria-labelledby="phone-title">
      <h2 id="phone-title">{t("field.phone.title")}</h2>
      <p>{t("field.phone.background")}</p>
      {screen.isPossible && <button type="button" className="key" aria-pressed={screen.isOn} onClick={screen.toggle}>{t("field.phone.screenOn")}</button>}
      <p>{t("field.phone.install")}</p>
      <p>{t("field.phone.kept")}</p>
    </section>
  );
}
