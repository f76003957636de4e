import { useTranslation } from "react-i18next";
import { timeOfDay } from "../time/words";
import type { Replica } from "./health";
import { canarySilence, figureOf, partKey, queuesOf, stateOf } from "./parts";

interface Properties {
  replica: Replica;
  /** Since when this page sees it so, in milliseconds. */
  since: number | undefined;
  /** False: it was so when the gateway last told. */
  isKnown: boolean;
}

/** One replica: whether it takes calls, what of it does not work, and the numbers behind it. */
export function ReplicaPanel({ replica, since, isKnown }: Properties) {
  const { t } = useTranslation();
  const { parts } = replica;
  const state = stateOf(replica);
  const failing = parts.filter((part) => part.status !== "Healthy");
  const silence = canarySilence(parts);
  const [age, waiting, lag, parked] = [figureOf(parts, "outbox", "seconds"), figureOf(parts, "outbox", "waiting"), figureOf(parts, "feed", "seconds"), figureOf(parts, "parking", "waiting")];
  return (
    <li className="replica" data-replica={replica.name}>
      <p><strong>{replica.name}</strong> <span className={`state ${isKnown ? state : "unknown"}`}>{t(`platform.replica.${state}`)}</span>{state !== "well" && since !== undefined && <span className="quiet"> {t("platform.since", { time: timeOfDay(since) })}</span>}</p>
      {failing.length > 0 && <ul className="failing">{failing.map((part) => <li key={part.name}>{t(`platform.part.${partKey(part.name)}`)} <span className="quiet">{part.name}: {part.text}</span></li>)}</ul>}
      {replica.answered && (
        <dl>
          <Figure name={t("platform.canary")} value={silence === undefined ? t("platform.noCanary") : t("platform.secondsAgo", { seconds: silence })} />
          {age !== undefined && <Figure name={t("platform.outbox")} value={t("platform.waits", { number: waiting, seconds: age })} />}
          {lag !== undefined && <Figure name={t("platform.feed")} value={t("platform.seconds", { seconds: lag })} />}
          {parked !== undefined && <Figure name={t("platform.parkedCount")} value={String(parked)} />}
          {queuesOf(parts).map(([queue, messages]) => <Figure key={queue} name={t("platform.queue", { queue })} value={String(messages)} />)}
        </dl>
      )}
    </li>
  );
}

function Figure({ name, value }: { name: string; value: string }) {
  return <div><dt>{name}</dt><dd>{value}</dd></div>;
}
