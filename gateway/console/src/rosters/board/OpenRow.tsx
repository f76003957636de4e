import { useTranslation } from "react-i18next";
import type { OpenShift } from "../../generated/handhaving/capacity/v1/roster_service_pb";
import { openOn } from "./rows";

/** Under the board, shifts that the last search could not fill. */
export function OpenRow({ open, days }: { open: readonly OpenShift[]; days: readonly string[] }) {
  const { t } = useTranslation();
  return (
    <tfoot>
      <tr>
        <th scope="row">{t("roster.open.row")}</th>
        {days.map((day) => <td key={day} role="gridcell">{openOn(open, day).map(({ code, missing }) => <span key={code} className="open-shift">{t("roster.open.short", { code, count: missing })}</span>)}</td>)}
      </tr>
    </tfoot>
  );
}
