import { useTranslation } from "react-i18next";
import "../board/connection.css";
import { useFailureText } from "../contracts/useFailureText";
import { useNow } from "../time/clock";
import { useStore } from "../time/store";
import { minutesAndSeconds, timeOfDay } from "../time/words";
import type { UnitFeed } from "./duty/unitFeed";

/** How old is what the page shows, and since when nothing comes. */
export function FieldLine({ feed }: { feed: UnitFeed }) {
  const { t } = useTranslation();
  const textOf = useFailureText();
  const { line, lastMessageAt } = useStore(feed);
  const now = useNow();
  if (line.phase === "signInEnded") return null; // which says so itself, in its own bar
  return (
    <div className={`connection ${line.phase}`}>
      <span className="connection-state">
        {line.phase === "live" && t("connection.live")}
        {line.phase === "connecting" && t("connection.connecting")}
        {line.phase === "lost" && t("connection.lost", { time: timeOfDay(line.since), age: minutesAndSeconds(now - line.since) })}
        {line.phase === "refused" && textOf(line.failure)}
      </span>
      {line.phase === "live" && <span className="quiet">{t("connection.age", { age: minutesAndSeconds(now - lastMessageAt) })}</span>}
      {(line.phase === "lost" || line.phase === "refused") && <button type="button" className="key" onClick={feed.retry}>{t("connection.retry")}</button>}
      <span className="unseen" role="status">{line.phase === "live" ? t("connection.live") : line.phase === "lost" ? t("connection.lostSpoken") : ""}</span>
    </div>
  );
}
