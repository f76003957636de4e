import { useDesk } from "../../desk/desk";
import { DutyPanel } from "../../duty/DutyPanel";
import { IncidentPanel } from "../../incident/IncidentPanel";
import { LoanPanel } from "../../loans/LoanPanel";
import { OrderPanel } from "../../ordering/OrderPanel";
import { PastPanel } from "../../past/PastPanel";
import { ReportForm } from "../../report/ReportForm";
import { useStore } from "../../time/store";

/** The incident that is open, or what is done in its place. */
export function Work() {
  const { catalog, selection } = useDesk();
  const { work } = useStore(selection);
  useStore(catalog); // what stands here is named anew when the lists come
  switch (work) {
    case "incident":
      return <IncidentPanel />;
    case "report":
      return <ReportForm />;
    case "past":
      return <PastPanel />;
    case "duty":
      return <DutyPanel />;
    case "order":
      return <OrderPanel />;
    case "loans":
      return <LoanPanel />;
  }
}
