import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import "./connection.css";
import { useFailureText } from "../contracts/useFailureText";
import { Key } from "../keys/Key";
import { useNow } from "../time/clock";
import { minutesAndSeconds, timeOfDay } from "../time/words";
import type { Line } from "./keptStream";

interface Properties {
  line: Line;
  /** By this machine's clock, in milliseconds since 1970. */
  lastMessageAt: number;
  /** It lives, but what it told is not whole yet. */
  isComing: boolean;
  retry: () => void;
  isSpoken: boolean;
  className?: string;
  children?: ReactNode;
}

/** How old what is shown is, in one look: live, or since when nothing comes. */
export function LineBar({ line, lastMessageAt, isComing, retry, isSpoken, className, children }: Properties) {
  const { t } = useTranslation();
  const textOf = useFailureText();
  const now = useNow();
  if (line.phase === "signInEnded") return null; // which says so itself, in its own bar
  const phase = line.phase === "live" && isComing ? "connecting" : line.phase;
  return (
    <div className={`connection ${phase}`}>
      <span className="connection-state">
        {phase === "live" && t("connection.live")}
        {phase === "connecting" && t("connection.connecting")}
        {line.phase === "lost" && t("connection.lost", { time: timeOfDay(line.since), age: minutesAndSeconds(now - line.since) })}
        {line.phase === "refused" && textOf(line.failure)}
      </span>
      {line.phase === "lost" && <span className="connection-old">{t("connection.old")}</span>}
      {phase === "live" && <span className="quiet" data-testid="age">{t("connection.age", { age: minutesAndSeconds(now - lastMessageAt) })}</span>}
      {(line.phase === "lost" || line.phase === "refused") && <button type="button" className={className} data-act="retry" onClick={retry}>{t("connection.retry")} <Key of="retry" /></button>}
      {children}
      {isSpoken && <span className="unseen" role="status">{phase === "live" ? t("connection.live") : phase === "lost" ? t("connection.lostSpoken") : ""}</span>}
    </div>
  );
}
