import { useTranslation } from "react-i18next";
import type { JointCheck } from "../generated/handhaving/capacity/v1/joint_check_pb";
import { minuteOf } from "../time/stretch";
import { answersOf } from "./checks";

/** Who was asked to take part, what each answered and with which units; and who else comes along. */
export function Participants({ check, nameOf }: { check: JointCheck; nameOf: (owner: string) => string }) {
  const { t } = useTranslation();
  return (
    <section aria-labelledby="participants-title">
      <h4 id="participants-title">{t("check.participants")}</h4>
      <ul>
        {answersOf(check).map(({ participant, stance, units, reason, by, at }) => (
          <li key={participant}>
            <strong>{nameOf(participant)}</strong> <span className={`check-stance ${stance}`}>{t(`check.stance.${stance}`)}</span>{stance !== "declines" && `: ${units.join(", ")}`}{reason !== "" && `: ${reason}`}
            {by !== "" && <span className="quiet"> {t("check.finding.by", { who: by, time: minuteOf(at) })}</span>}
          </li>
        ))}
        {check.partners.map((partner) => <li key={partner}><strong>{partner}</strong> <span className="quiet">{t("check.comesAlong")}</span></li>)}
      </ul>
    </section>
  );
}
