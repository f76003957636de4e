import { useTranslation } from "react-i18next";

export function PageComing() {
  const { t } = useTranslation();
  return <p className="nothing" role="status">{t("shell.coming")}</p>;
}

export function MapComing() {
  const { t } = useTranslation();
  return <p className="nothing" role="status">{t("map.coming")}</p>;
}
