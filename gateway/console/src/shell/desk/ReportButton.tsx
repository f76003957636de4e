import { useTranslation } from "react-i18next";
import { Key } from "../../keys/Key";
import { useDesk } from "../../desk/desk";

export function ReportButton() {
  const { t } = useTranslation();
  const { selection } = useDesk();
  return <button className="main" onClick={selection.report}>{t("report.title")} <Key of="report" /></button>;
}
