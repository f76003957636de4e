import { useTranslation } from "react-i18next";
import { causeKey, lossLayers, sameLosses } from "./causes";
import { isKnown, type Quarter } from "../calendar/heat";
import { clockOf } from "./quarterWords";

/** What is lost between the layers and why; anew where it changes within the hour. */
export function LossList({ quarters }: { quarters: readonly Quarter[] }) {
  const { t } = useTranslation();
  const known = quarters.flatMap(({ start, block }) => (isKnown(block) ? [{ start, losses: block.losses }] : []));
  const changes = known.filter(({ losses }, at) => at === 0 || !sameLosses(losses, known[at - 1]?.losses ?? []));
  const say = (cause: string, count: number) => t(count < 0 ? "capacity.hour.added" : "capacity.hour.loss", { count: Math.abs(count), cause: t(`capacity.cause.${causeKey(cause)}`, { code: cause }) });
  return (
    <section aria-labelledby="losses-title">
      <h4 id="losses-title">{t("capacity.hour.losses")}</h4>
      {changes.map(({ start, losses }, at) => (
        <div key={start} className="losses">
          {at > 0 && <p className="quiet">{t("capacity.hour.changed", { time: clockOf(start) })}</p>}
          {losses.length === 0 && <p className="quiet">{t("capacity.hour.noLosses")}</p>}
          <dl>
            {lossLayers.map(([layer, key]) => {
              const of = losses.filter((loss) => loss.layer === layer);
              return of.length > 0 && <div key={key}><dt>{t("capacity.hour.lossesOf", { layer: t(`capacity.hour.layer.${key}`).toLowerCase() })}</dt><dd>{of.map(({ cause, count }) => say(cause, count)).join(", ")}</dd></div>;
            })}
          </dl>
        </div>
      ))}
    </section>
  );
}
