import { useTranslation } from "react-i18next";
import { TextField } from "../asking/TextField";
import { equipment, type SigningOn } from "./signOn";

/** What a unit can be signed on without: radio, vehicle, what it carries, until when. */
export function MoreOfDuty({ state, onChange }: { state: SigningOn; onChange: (changes: Partial<SigningOn>) => void }) {
  const { t } = useTranslation();
  const carry = (one: (typeof equipment)[number], isCarried: boolean) => onChange({ equipment: isCarried ? [...state.equipment, one] : state.equipment.filter((other) => other !== one) });
  return (
    <details className="more-fields">
      <summary>{t("duty.more")}</summary>
      <TextField label={t("duty.radio")} value={state.radio} most={32} onChange={(radio) => onChange({ radio })} />
      <TextField label={t("duty.vehicle")} value={state.vehicle} most={32} onChange={(vehicle) => onChange({ vehicle })} />
      <fieldset className="hold-kind">
        <legend>{t("duty.equipment")}</legend>
        {equipment.map((one) => <label key={one} className="choice"><input type="checkbox" checked={state.equipment.includes(one)} onChange={(event) => carry(one, event.target.checked)} /> {t(`duty.piece.${one}`)}</label>)}
      </fieldset>
      <label className="until">{t("duty.end")} <input type="datetime-local" value={state.end} onChange={(event) => onChange({ end: event.target.value })} /></label>
    </details>
  );
}
