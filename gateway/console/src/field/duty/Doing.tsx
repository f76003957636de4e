import { useState } from "react";
import { useTranslation } from "react-i18next";
import { TroubleBox } from "../../acting/TroubleBox";
import { ReasonForm } from "../../asking/ReasonForm";
import { UnitActivity, type Unit } from "../../generated/handhaving/dispatch/v1/unit_pb";
import { useStore } from "../../time/store";
import { useField } from "../field";

const activities = [[UnitActivity.AVAILABLE, "available"], [UnitActivity.PATROLLING, "patrolling"], [UnitActivity.BREAK, "break"], [UnitActivity.OUT_OF_SERVICE, "outOfService"]] as const;

/** What the unit does when it has no job: free, on patrol, having a break, unable to work. */
export function Doing({ unit }: { unit: Unit }) {
  const { t } = useTranslation();
  const { acts, clients } = useField();
  const isBusy = useStore(acts).busy.has("doing");
  const [isAsking, setAsking] = useState(false);
  const change = (activity: UnitActivity, said: string, reason: string) =>
    void acts.run("doing", said, (requestId) => clients.units.changeUnitActivity({ name: unit.name, activity, reason, requestId }));
  return (
    <section aria-labelledby="doing-title">
      <h2 id="doing-title">{t("field.doing")}</h2>
      <div className="keys two">
        {activities.map(([activity, key]) => (
          <button key={key} type="button" className="key" aria-pressed={unit.activity === activity} disabled={isBusy}
            onClick={() => activity === UnitActivity.OUT_OF_SERVICE ? setAsking(true) : change(activity, t(`unit.availability.${key}`), "")}>
            {t(`unit.availability.${key}`)}
          </button>
        ))}
      </div>
      {isAsking && (
        <ReasonForm label={t("field.whyOutOfService")} confirm={t("unit.availability.outOfService")} onLeave={() => setAsking(false)}
          onSubmit={(reason) => { setAsking(false); change(UnitActivity.OUT_OF_SERVICE, t("unit.availability.outOfService"), reason); }} />
      )}
      <TroubleBox place="doing" />
    </section>
  );
}
