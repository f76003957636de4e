import { timestampFromMs } from "@bufbuild/protobuf/wkt";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { TroubleBox } from "../../acting/TroubleBox";
import { TextField } from "../../asking/TextField";
import { UnitAvailability, type Unit } from "../../generated/handhaving/dispatch/v1/unit_pb";
import { useStore } from "../../time/store";
import { kindKey } from "../../units/kinds";
import { useField } from "../field";
import { Carried } from "./Carried";
import { nextTimeOf } from "./dutyEnd";
import { keepDuty, lastDutyOf, officersIn } from "./lastDuty";

/** Comes on duty: which unit, with whom, and what it carries. What was stated last time stands there already. */
export function SignOn({ units }: { units: readonly Unit[] }) {
  const { t } = useTranslation();
  const { acts, clients, duty, person } = useField();
  const [stated, setStated] = useState(() => lastDutyOf(person.subject));
  const [until, setUntil] = useState("");
  const isBusy = useStore(acts).busy.has("duty");
  const isFree = (unit: Unit) => unit.availability === UnitAvailability.OFF_DUTY;
  const chosen = units.find((unit) => unit.name === stated.unit && isFree(unit));
  const signOn = async () => {
    if (!chosen) return;
    const dutyEnd = nextTimeOf(until, Date.now());
    keepDuty(person.subject, stated);
    const answer = await acts.run("duty", t("field.signedOn", { unit: chosen.callSign }), (requestId) => clients.units.signOnUnit({
      name: chosen.name, requestId, radio: stated.radio.trim(), vehicle: stated.vehicle.trim(), equipment: [...stated.equipment],
      crew: [person.subject, ...officersIn(stated.colleagues).filter((id) => id !== person.subject)].map((officer) => ({ officer })),
      ...(dutyEnd !== undefined && { dutyEndTime: timestampFromMs(dutyEnd) }),
    }));
    if (answer) duty.signedOn(chosen.name);
    else await duty.lookAgain(); // somebody else may have taken it
  };
  return (
    <form className="sign-on" aria-labelledby="sign-on-title" onSubmit={(event) => { event.preventDefault(); void signOn(); }}>
      <h2 id="sign-on-title">{t("field.signOn")}</h2>
      <fieldset>
        <legend>{t("field.whichUnit")}</legend>
        {units.length === 0 && <p>{t("field.noUnits")}</p>}
        {units.map((unit) => (
          <label key={unit.name} className="choice">
            <input type="radio" name="unit" value={unit.name} checked={unit.name === chosen?.name} disabled={!isFree(unit)} onChange={() => setStated({ ...stated, unit: unit.name })} />
            <strong>{unit.callSign}</strong> <span className="quiet">{t(`unit.kind.${kindKey(unit.kind)}`)}{!isFree(unit) && `, ${t("field.taken")}`}</span>
          </label>
        ))}
      </fieldset>
      <TextField label={t("field.colleagues")} value={stated.colleagues} most={200} onChange={(colleagues) => setStated({ ...stated, colleagues })} />
      <p className="quiet">{t("field.colleaguesHint", { id: person.subject })}</p>
      <Carried stated={stated} until={until} onChange={setStated} onUntil={setUntil} />
      <TroubleBox place="duty" />
      {!chosen && units.length > 0 && <p id="choose-first">{t("field.chooseFirst")}</p>}
      <button type="submit" aria-describedby={chosen ? undefined : "choose-first"} className="key main" disabled={isBusy || !chosen}>{t("field.signOnKey")}</button>
    </form>
  );
}
