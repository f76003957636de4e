import { useTranslation } from "react-i18next";
import { useDesk } from "../desk/desk";
import { useStore } from "../time/store";

/** Tells a screen reader what was done. */
export function Done() {
  const { t } = useTranslation();
  const { acts } = useDesk();
  return <p className="unseen" role="status" aria-label={t("shell.done")}>{useStore(acts).said}</p>;
}
