import { useTranslation } from "react-i18next";
import { useDesk } from "../desk/desk";
import { useShortcuts } from "../desk/useShortcuts";
import { IncidentPanel } from "../incident/IncidentPanel";
import { ReportForm } from "../report/ReportForm";
import { useStore } from "../time/store";

/** The incident that is open, or the form for a new report in its place; and the keys that work everywhere. */
export function Middle() {
  const { selection, acts } = useDesk();
  const { isReporting } = useStore(selection);
  const { said } = useStore(acts);
  const { t } = useTranslation();
  useShortcuts();
  return (
    <>
      {isReporting ? <ReportForm /> : <IncidentPanel />}
      <p className="unseen" role="status" aria-label={t("shell.done")}>{said}</p>
    </>
  );
}
