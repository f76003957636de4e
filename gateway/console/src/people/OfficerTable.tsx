import { useTranslation } from "react-i18next";
import type { Officer } from "../generated/handhaving/capacity/v1/people_pb";
import { useNow } from "../time/clock";
import { sayDate } from "../time/date";
import { kindKey } from "./keys";
import type { PeopleNames } from "./names";
import { absenceAt, contractOn, firstEnd } from "./officers";

interface Properties {
  officers: readonly Officer[];
  opened: string;
  today: string;
  names: PeopleNames;
  onOpen: (name: string) => void;
}

/** The people of an owner: what they are rostered in, until when their powers last, who is away now. */
export function OfficerTable({ officers, opened, today, names, onOpen }: Properties) {
  const { t } = useTranslation();
  const now = useNow();
  return (
    <div className="officers" tabIndex={0} role="region" aria-label={t("people.list")}>
      <table>
        <thead><tr><th scope="col">{t("people.name")}</th><th scope="col">{t("people.team")}</th><th scope="col">{t("people.function")}</th><th scope="col">{t("people.weekly")}</th><th scope="col">{t("people.powersUntil")}</th><th scope="col">{t("people.now")}</th></tr></thead>
        <tbody>
          {officers.map((officer) => {
            const contract = contractOn(officer, today);
            const end = firstEnd(officer, today);
            const absence = absenceAt(officer, now);
            return (
              <tr key={officer.name} className={officer.name === opened ? "opened" : undefined}>
                <th scope="row"><button aria-pressed={officer.name === opened} onClick={() => onOpen(officer.name)}>{officer.displayName} <span className="quiet">{officer.name.split("/").at(-1)}</span></button></th>
                <td>{names.teamOf(officer.staffTeam)}</td>
                <td>{contract ? [contract.function, ...contract.otherFunctions].map(names.functionOf).join(", ") : t("people.noContract")}</td>
                <td>{contract ? t("people.hours", { hours: contract.weeklyHours }) : ""}</td>
                <td className={end === "" ? "lacking" : undefined}>{end === "" ? t("people.noPowers") : sayDate(end)}</td>
                <td>{absence ? t(`people.absence.kind.${kindKey(absence.kind)}`) : t("people.there")}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
