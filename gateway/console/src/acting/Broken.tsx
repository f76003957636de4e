import { useTranslation } from "react-i18next";
import "./trouble.css";

interface Properties {
  part: string;
  error: unknown;
  retry: () => void;
}

/** What stands in the place of a part that broke: which one, what to do, and what to tell the administrator. */
export function Broken({ part, error, retry }: Properties) {
  const { t } = useTranslation();
  return (
    <div role="alert" className="trouble" data-reason="BROKEN">
      <p><strong>{t("trouble.broken.title", { part })}</strong></p>
      <p>{t("trouble.broken.advice")}</p>
      <p>{t("trouble.broken.told")} <code>{error instanceof Error ? error.message : String(error)}</code></p>
      <div className="buttons">
        <button type="button" className="main" onClick={retry}>{t("trouble.again")}</button>
        <button type="button" onClick={() => location.reload()}>{t("trouble.broken.reload")}</button>
      </div>
    </div>
  );
}
