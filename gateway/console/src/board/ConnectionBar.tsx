import { useTranslation } from "react-i18next";
import { useDesk } from "../desk/desk";
import { DegradedPart } from "../generated/handhaving/dispatch/v1/board_service_pb";
import { LineBar } from "../live/LineBar";
import { millisecondsOf } from "../time/timestamp";
import { timeOfDay } from "../time/words";
import { useFeed } from "./freshness";

/** How old the picture is, and what of the platform does not work. It speaks on one window alone. */
export function ConnectionBar({ isSpoken = true }: { isSpoken?: boolean }) {
  const { t } = useTranslation();
  const { line, board, lastMessageAt, degradations } = useFeed();
  const { feed } = useDesk();
  return (
    <LineBar line={line} lastMessageAt={lastMessageAt} isComing={!board.complete} retry={feed.retry} isSpoken={isSpoken}>
      {degradations.map((degradation) => (
        <span key={degradation.part} className="degradation" title={degradation.text}>
          {t(`degradation.${partKey(degradation.part)}`)} {degradation.sinceTime && t("connection.since", { time: timeOfDay(millisecondsOf(degradation.sinceTime)) })}
        </span>
      ))}
    </LineBar>
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
