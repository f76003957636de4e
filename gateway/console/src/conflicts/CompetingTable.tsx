import { useTranslation } from "react-i18next";
import type { Conflict } from "../generated/handhaving/capacity/v1/triangle_pb";
import { reservationKey } from "./keys";
import { minuteOf } from "../time/stretch";

interface Properties {
  conflict: Conflict;
  /** Those that make place, while somebody proposes that; undefined otherwise. */
  displaced: ReadonlySet<string> | undefined;
  onDisplace: (displaced: ReadonlySet<string>) => void;
}

/** All that ask for or have these people, of whichever municipality. */
export function CompetingTable({ conflict, displaced, onDisplace }: Properties) {
  const { t } = useTranslation();
  const toggle = (name: string) => {
    const next = new Set(displaced);
    if (!next.delete(name)) next.add(name);
    onDisplace(next);
  };
  return (
    <section aria-labelledby="competing-title">
      <h4 id="competing-title">{t("conflict.competing.title")}</h4>
      {conflict.competing.length === 0 ? <p className="quiet">{t("conflict.competing.none")}</p> : (
        <div className="wide">
          <table className="competing">
            <thead><tr><th scope="col">{t("conflict.competing.case")}</th><th scope="col">{t("conflict.competing.state")}</th><th scope="col">{t("conflict.competing.count")}</th><th scope="col">{t("conflict.competing.since")}</th>{displaced && <th scope="col">{t("conflict.competing.displace")}</th>}</tr></thead>
            <tbody>
              {conflict.competing.map((one) => {
                const name = t("conflict.competing.version", { case: one.caseId, version: one.caseVersion });
                const isAsked = one.reservation === conflict.reservation;
                return (
                  <tr key={one.reservation} className={isAsked ? "asked" : undefined}>
                    <th scope="row">{name} {isAsked && <span className="mark">{t("conflict.competing.this")}</span>}</th>
                    <td>{t(`conflict.reservation.${reservationKey(one.state)}`)}</td>
                    <td className="number">{one.count}</td>
                    <td>{minuteOf(one.createTime)}</td>
                    {displaced && <td>{!isAsked && <input type="checkbox" aria-label={`${t("conflict.competing.displace")}: ${name}`} checked={displaced.has(one.reservation)} onChange={() => toggle(one.reservation)} />}</td>}
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
