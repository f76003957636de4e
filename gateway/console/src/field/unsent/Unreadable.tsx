import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useStore } from "../../time/store";
import { useField } from "../field";

/** Steps of this phone that it cannot read: said, for nobody else knows of them. */
export function Unreadable() {
  const { t } = useTranslation();
  const { outbox } = useField();
  const { aside } = useStore(outbox);
  const [isSure, setSure] = useState(false);
  if (aside === 0) return null;
  return (
    <div role="alert" className="trouble unreadable">
      <p><strong>{t("unsent.unreadable", { count: aside })}</strong></p>
      <p>{t("unsent.unreadableAdvice")}</p>
      <button type="button" className={isSure ? "key main" : "key"} onClick={() => isSure ? outbox.discardAside() : setSure(true)}>{t(isSure ? "unsent.discardSure" : "unsent.discard")}</button>
    </div>
  );
}
