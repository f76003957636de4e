import { useTranslation } from "react-i18next";
import { useDesk } from "../desk/desk";

/** Lets one hear each alarm, before it is needed. */
export function SoundTest() {
  const { t } = useTranslation();
  const { sound } = useDesk();
  return (
    <fieldset className="sound-test">
      <legend>{t("alarm.test")}</legend>
      {(["urgent", "speech", "lost"] as const).map((kind) => <button key={kind} type="button" onClick={() => sound.test(kind)}>{t(`alarm.short.${kind}`)}</button>)}
    </fieldset>
  );
}
