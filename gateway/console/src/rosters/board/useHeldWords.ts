import { useTranslation } from "react-i18next";
import { sayDay } from "../../capacity/calendar/period";
import { dateFieldOf } from "../../time/words";
import { dayOfShift, endOf, startOf } from "../editing/moves";
import type { Lifted } from "./lift";
import type { BoardRow } from "./rows";

/** Says to who cannot see it where a shift is held. */
export function useHeldWords(rows: readonly BoardRow[]) {
  const { t, i18n } = useTranslation();
  const where = ({ shift }: Lifted) => ({
    name: rows.find(({ officer }) => officer === shift.officer)?.name ?? shift.officer,
    day: sayDay(dayOfShift(shift), i18n.language, "long"),
    from: dateFieldOf(startOf(shift)).slice(11),
    to: dateFieldOf(endOf(shift)).slice(11),
  });
  return {
    carried: (lifted: Lifted) => t(lifted.shift === lifted.from ? "roster.held.lifted" : "roster.held.carried", where(lifted)),
    putDown: (lifted: Lifted) => t("roster.held.putDown", where(lifted)),
    putBack: t("roster.held.putBack"),
  };
}
