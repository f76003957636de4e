import { useState } from "react";
import { useTranslation } from "react-i18next";
import { dateFieldOf, fullMinute } from "../time/words";
import { isMunicipality, shiftKey, type DistrictLine } from "./presence";

interface Properties {
  lines: readonly DistrictLine[];
  nameOf: (area: string) => string;
}

/** What was reached in each district and part of the day, against the norm; with the shifts that it comes from. */
export function PresenceTable({ lines, nameOf }: Properties) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState("");
  const keyOf = ({ area, shift }: DistrictLine) => `${area} ${shift}`;
  return (
    <div className="presence-list" tabIndex={0} role="region" aria-label={t("presence.title")}>
      <table>
        <thead><tr>{(["area", "shift", "norm", "average", "below", "unknown", "from"] as const).map((column) => <th key={column} scope="col">{t(`presence.column.${column}`)}</th>)}</tr></thead>
        <tbody>
          {lines.map((line) => (
            <tr key={keyOf(line)} className={line.below > 0 ? "below" : undefined}>
              <th scope="row">{nameOf(line.area)} {nameOf(line.area) !== line.area && <span className="quiet">{line.area}</span>}{isMunicipality(line.area) && <span className="quiet"> {t("presence.noDistrict")}</span>}</th>
              <td>{t(`presence.of.${shiftKey(line.shift)}`)}</td>
              <td>{line.norm === undefined ? <span className="quiet">{t("presence.noNorm")}</span> : t("presence.minutes", { minutes: line.norm })}</td>
              <td>{line.average === undefined ? <span className="not-known">{t("presence.notKnown")}</span> : t("presence.minutes", { minutes: line.average })}</td>
              <td className={line.below > 0 ? "is-below" : undefined}>{line.norm === undefined ? <span className="quiet">{t("presence.noNorm")}</span> : t("presence.belowOf", { below: line.below, known: line.known })}</td>
              <td>{line.unknown > 0 ? <span className="not-known">{t("presence.shiftsUnknown", { count: line.unknown })}</span> : <span className="quiet">{t("presence.allKnown")}</span>}</td>
              <td>
                <button aria-expanded={opened === keyOf(line)} onClick={() => setOpened(opened === keyOf(line) ? "" : keyOf(line))}>{t("presence.showShifts", { count: line.shifts.length })}</button>
                {opened === keyOf(line) && (
                  <ul>
                    {line.shifts.map((shift) => (
                      <li key={shift.start} className={shift.isBelow ? "is-below" : undefined}>
                        {t("presence.shiftTime", { from: fullMinute(shift.start), to: dateFieldOf(shift.end).slice(11) })}: {shift.isUnknown ? <span className="not-known">{t("presence.notKnown")}</span> : t("presence.shiftMinutes", { boa: shift.boaMinutes, police: shift.policeMinutes })}
                      </li>
                    ))}
                  </ul>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
