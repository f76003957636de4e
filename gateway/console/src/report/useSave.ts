import { useTranslation } from "react-i18next";
import { useDesk } from "../desk/desk";
import { missingOf, requestOf } from "./draft";

/** Where the form's trouble is shown. */
export const place = "report";

/** Saves the draft once, opens the incident that came of it, and clears the form. */
export function useSave(): () => Promise<void> {
  const { t } = useTranslation();
  const { draft, acts, clients, selection } = useDesk();
  return async () => {
    if (missingOf(draft.state) !== undefined) return;
    const request = requestOf(draft.state);
    await acts.run(place, t("report.saved"), async (requestId) => {
      const { incident } = await clients.incidents.reportIncident({ ...request, requestId });
      draft.clear();
      selection.enter(incident?.name);
    });
  };
}
