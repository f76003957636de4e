import { useTranslation } from "react-i18next";
import { useNow } from "../../time/clock";
import type { SearchState } from "./search";

/** How a search goes: how far, the best so far, and each better one that came before it. */
export function Progress({ state: { phase, startedAt, seconds, found, outcome } }: { state: SearchState }) {
  const { t } = useTranslation();
  const now = useNow();
  if (phase === "idle") return null;
  const best = found.at(-1);
  const after = Math.max(0, Math.min(seconds, Math.round((now - startedAt) / 1000)));
  return (
    <div className="progress">
      {phase === "running" && <label>{t("roster.solve.running", { after, seconds })} <progress max={seconds} value={after} /></label>}
      <p role="status">
        {phase === "ended" && outcome && t(`roster.solve.outcome.${outcome}`)}
        {phase === "stopped" && t("roster.solve.stopped")}
      </p>
      {best && <p>{t("roster.solve.best", { cost: best.cost, shortage: best.shortage })}</p>}
      {found.length > 0 && (
        <details>
          <summary>{t("roster.solve.steps", { count: found.length })}</summary>
          <ol>{found.map(({ after: at, cost, shortage }, index) => <li key={index}>{t("roster.solve.step", { after: Math.round(at / 100) / 10, cost, shortage })}</li>)}</ol>
        </details>
      )}
    </div>
  );
}
