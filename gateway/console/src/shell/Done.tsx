import { useTranslation } from "react-i18next";
import { useActing } from "../acting/acting";
import { useStore } from "../time/store";

/** Tells a screen reader what was done, and everybody which key did nothing. */
export function Done() {
  const { t } = useTranslation();
  const { acts } = useActing();
  const { said, tooEarly } = useStore(acts);
  return (
    <>
      <p className="unseen" role="status" aria-label={t("shell.done")}>{said}</p>
      <p className={tooEarly === undefined ? "unseen" : "too-early"} role="status" aria-label={t("shell.tooEarlyTitle")}>{tooEarly !== undefined && t("shell.tooEarly", { key: tooEarly })}</p>
    </>
  );
}
