import { useTranslation } from "react-i18next";
import { usePlatformNow } from "../board/freshness";
import { minutesAndSeconds } from "../time/words";
import { ageingOf, steps } from "./ageing";

/** How long somebody waits: the time, and from the first step on a mark, a colour and words that it is long. */
export function Waiting({ since, ages }: { since: number; ages: boolean }) {
  const { t } = useTranslation();
  const waited = usePlatformNow() - since;
  const step = ages ? ageingOf(waited) : 0;
  const minutes = steps[step - 1];
  return (
    <span className={`waiting step-${step}`} title={minutes === undefined ? undefined : t("queue.longerThan", { minutes })}>
      {step > 0 && <span aria-hidden>{"▲".repeat(step)} </span>}
      {minutesAndSeconds(waited)}
      {minutes !== undefined && <span className="unseen">, {t("queue.longerThan", { minutes })}</span>}
    </span>
  );
}
