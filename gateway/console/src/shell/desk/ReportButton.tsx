import { useTranslation } from "react-i18next";
import { useDesk } from "../../desk/desk";

export function ReportButton() {
  const { t } = useTranslation();
  const { selection } = useDesk();
  return <button className="main" onClick={selection.report}>{t("report.title")} <kbd>F2</kbd></button>;
}
