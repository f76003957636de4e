import { useDesk } from "../desk/desk";
import { IncidentPanel } from "../incident/IncidentPanel";
import { ReportForm } from "../report/ReportForm";
import { useStore } from "../time/store";

/** The incident that is open, or the form for a new report in its place. */
export function Work() {
  const { selection } = useDesk();
  return useStore(selection).isReporting ? <ReportForm /> : <IncidentPanel />;
}
