import { useTranslation } from "react-i18next";
import { useDesk } from "../desk/desk";
import { DegradedPart } from "../generated/handhaving/dispatch/v1/board_service_pb";
import { useNow } from "../time/clock";
import { millisecondsOf } from "../time/timestamp";
import { minutesAndSeconds, timeOfDay } from "../time/words";
import { useFailureText } from "../contracts/useFailureText";
import { useFeed } from "./freshness";
import "./connection.css";

/** How old the picture is, in one look: live, since when it is not, and what of the platform does not work. It speaks on one window alone. */
export function ConnectionBar({ isSpoken = true }: { isSpoken?: boolean }) {
  const { t } = useTranslation();
  const { line, board, lastMessageAt, degradations } = useFeed();
  const { feed } = useDesk();
  const now = useNow();
  const textOf = useFailureText();
  const age = minutesAndSeconds(now - lastMessageAt);
  if (line.phase === "signInEnded") return null; // which says so itself, in its own bar
  const phase = line.phase === "live" && !board.complete ? "connecting" : line.phase;
  return (
    <div className={`connection ${phase}`}>
      <span className="connection-state">
        {phase === "live" && t("connection.live")}
        {phase === "connecting" && t("connection.connecting")}
        {line.phase === "lost" && t("connection.lost", { time: timeOfDay(line.since), age: minutesAndSeconds(now - line.since) })}
        {line.phase === "refused" && textOf(line.failure)}
      </span>
      {line.phase === "lost" && <span className="connection-old">{t("connection.old")}</span>}
      {phase === "live" && <span className="quiet" data-testid="age">{t("connection.age", { age })}</span>}
      {(line.phase === "lost" || line.phase === "refused") && <button onClick={feed.retry}>{t("connection.retry")}</button>}
      {degradations.map((degradation) => (
        <span key={degradation.part} className="degradation" title={degradation.text}>
          {t(`degradation.${partKey(degradation.part)}`)} {degradation.sinceTime && t("connection.since", { time: timeOfDay(millisecondsOf(degradation.sinceTime)) })}
        </span>
      ))}
      {isSpoken && <span className="unseen" role="status">{phase === "live" ? t("connection.live") : phase === "lost" ? t("connection.lostSpoken") : ""}</span>}
    </div>
  );
}

const parts = {
  [DegradedPart.UNSPECIFIED]: "other", [DegradedPart.BROKER]: "broker", [DegradedPart.LIVE_STATE]: "positions", [DegradedPart.OUTBOX]: "outbox",
  [DegradedPart.FEED]: "feed", [DegradedPart.PARKING]: "parking", [DegradedPart.CANARY]: "canary", [DegradedPart.AREAS]: "areas",
  [DegradedPart.CONSUMERS]: "consumers", [DegradedPart.FLEET]: "fleet",
} as const satisfies Record<DegradedPart, string>;

// A part that a later version of the contract names is said in general words.
function partKey(part: DegradedPart): (typeof parts)[DegradedPart] {
  return part in parts ? parts[part] : "other";
}
