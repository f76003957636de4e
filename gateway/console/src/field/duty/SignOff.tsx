import { useState } from "react";
import { useTranslation } from "react-i18next";
import { TroubleBox } from "../../acting/TroubleBox";
import type { Unit } from "../../generated/handhaving/dispatch/v1/unit_pb";
import { useStore } from "../../time/store";
import { useField } from "../field";

/** Goes off duty, asked twice; not while something is unsent, for after it the platform would not take that. */
export function SignOff({ unit }: { unit: Unit }) {
  const { t } = useTranslation();
  const { acts, clients, duty, outbox } = useField();
  const isBusy = useStore(acts).busy.has("duty");
  const { unsent } = useStore(outbox);
  const [isSure, setSure] = useState(false);
  const signOff = async () => {
    const answer = await acts.run("duty", t("field.signedOff", { unit: unit.callSign }), (requestId) => clients.units.signOffUnit({ name: unit.name, requestId }));
    setSure(false);
    if (answer) duty.signedOff();
  };
  return (
    <section className="sign-off">
      {unsent.length > 0 && <p>{t("field.signOffWaits")}</p>}
      {isSure
        ? <div className="keys two"><button type="button" className="key main" disabled={isBusy} onClick={() => void signOff()}>{t("field.signOffSure")}</button><button type="button" className="key" onClick={() => setSure(false)}>{t("act.leave")}</button></div>
        : <button type="button" className="key" disabled={unsent.length > 0} onClick={() => setSure(true)}>{t("field.signOff")}</button>}
      <TroubleBox place="duty" />
    </section>
  );
}
