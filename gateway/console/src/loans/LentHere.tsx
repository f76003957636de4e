import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useFeedPart } from "../board/freshness";
import { LentUnit } from "./LentUnit";
import { lentOn } from "./loans";
import "./loans.css";

/** Own units that work for others, among the units; told to a screen reader when one is lent. */
export function LentHere() {
  const { t } = useTranslation();
  const loans = useFeedPart(({ board }) => board.loans);
  const lent = useMemo(() => lentOn({ loans }), [loans]);
  return (
    <section aria-label={t("loan.lent")} aria-live="polite">
      {lent.length > 0 && <h3>{t("loan.lent")} <span>{lent.length}</span></h3>}
      <ul>{lent.map((loan) => <LentUnit key={loan.name} loan={loan} />)}</ul>
    </section>
  );
}
