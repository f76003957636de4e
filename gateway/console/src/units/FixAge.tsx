import { useTranslation } from "react-i18next";
import { usePlatformNow } from "../board/freshness";
import { minutesAndSeconds } from "../time/words";

/** How old a position is; one that may be wrong by now says so. */
export function FixAge({ at, isStale }: { at: number; isStale: boolean }) {
  const { t } = useTranslation();
  const age = minutesAndSeconds(usePlatformNow() - at);
  return (
    <span className={isStale ? "fix-age old" : "fix-age"}>
      <span className="unseen">{t("unit.position")} </span>
      {isStale && <span>{t("unit.staleFix")} </span>}
      {age}
    </span>
  );
}
