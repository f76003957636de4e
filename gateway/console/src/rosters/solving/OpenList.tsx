import { useTranslation } from "react-i18next";
import { sayDay } from "../../capacity/calendar/period";
import type { OpenShift } from "../../generated/handhaving/capacity/v1/roster_service_pb";
import { dayOfDate } from "../../time/date";
import { useRuleWords } from "../findings/useRuleWords";

/** Shifts that the search left open, with why each who could do them does not. */
export function OpenList({ open }: { open: readonly OpenShift[] }) {
  const { t, i18n } = useTranslation();
  const say = useRuleWords();
  return (
    <section className="panel open-list" aria-labelledby="open-title">
      <div className="panel-head"><h3 id="open-title">{t("roster.open.title")}</h3></div>
      {open.length === 0 ? <p className="nothing">{t("roster.open.none")}</p> : (
        <ul>
          {open.map(({ day, code, missing, qualified, reasons }) => (
            <li key={`${dayOfDate(day)} ${code}`}>
              <strong>{sayDay(dayOfDate(day), i18n.language, "short")}, {t("roster.open.short", { code, count: missing })}</strong>
              <span>{t("roster.open.qualified", { count: qualified })}{reasons.length > 0 && `: ${reasons.map((reason) => `${reason.count} ${say.cause(reason.code)}`).join(", ")}`}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
