import { useTranslation } from "react-i18next";
import { adviceOf } from "../acting/advice";
import { isLive, useFeedPart } from "../board/freshness";
import { useFailureText } from "../contracts/useFailureText";
import { useDesk } from "../desk/desk";
import { useStore } from "../time/store";
import { FoundList } from "./FoundList";
import "./past.css";
import { PastForm } from "./PastForm";
import type { Problem } from "./pastSearch";

/** Looks for an incident among all, open and ended, and opens it. */
export function PastPanel() {
  const { t } = useTranslation();
  const { past, selection } = useDesk();
  const { found, isReading, nextPageToken, problem } = useStore(past);
  const live = useFeedPart(isLive);
  return (
    <section className={live ? "panel past" : "panel past stale"} aria-labelledby="past-title" onKeyDown={(event) => { if (event.key === "Escape") selection.leave(); }}>
      <header className="panel-head">
        <h2 id="past-title">{t("past.title")}</h2>
        <button type="button" onClick={selection.leave}>{t("act.leave")} <kbd>{t("key.escape")}</kbd></button>
      </header>
      <div className="panel-body">
        <PastForm />
        {problem !== undefined && <ProblemBox problem={problem} />}
        <p role="status" className="past-count quiet">
          {isReading && t("past.reading")}
          {!isReading && found !== undefined && (found.length === 0 ? t("past.nothing") : t(nextPageToken === "" ? "past.all" : "past.first", { count: found.length }))}
        </p>
        {found !== undefined && found.length > 0 && <FoundList found={found} />}
        {nextPageToken !== "" && <p className="more-units"><button type="button" disabled={isReading} onClick={() => void past.more()}>{t("past.more")}</button></p>}
      </div>
    </section>
  );
}

function ProblemBox({ problem }: { problem: Problem }) {
  const { t } = useTranslation();
  const textOf = useFailureText();
  if (typeof problem === "string")
    return (
      <div role="alert" className="trouble" data-reason={problem}>
        <p><strong>{t(`trouble.${problem}`)}</strong></p>
        <p>{t(problem === "offline" ? "past.offline" : "trouble.advice.signIn")}</p>
      </div>
    );
  return (
    <div role="alert" className="trouble" data-reason={problem.reason}>
      <p><strong>{textOf(problem)}</strong></p>
      <p>{t(`trouble.advice.${problem.inDoubt ? "wait" : adviceOf(problem)}`)}</p>
      {problem.traceId !== "" && <p>{t("trouble.number")} <code>{problem.traceId}</code></p>}
    </div>
  );
}
