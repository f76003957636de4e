import { useTranslation } from "react-i18next";
import { TextField } from "../../asking/TextField";
import type { LastDuty } from "./lastDuty";

const equipment = ["portofoon", "bodycam", "handcuffs", "baton", "pepper-spray", "aed", "dog"] as const;

interface Properties {
  stated: LastDuty;
  /** When the duty ends: `hh:mm`, or empty. */
  until: string;
  onChange: (stated: LastDuty) => void;
  onUntil: (until: string) => void;
}

/** What one may state when coming on duty. */
export function Carried({ stated, until, onChange, onUntil }: Properties) {
  const { t } = useTranslation();
  const toggle = (code: string) => onChange({ ...stated, equipment: stated.equipment.includes(code) ? stated.equipment.filter((one) => one !== code) : [...stated.equipment, code] });
  return (
    <details className="carried">
      <summary>{t("field.more")}</summary>
      <fieldset>
        <legend>{t("field.equipment")}</legend>
        {equipment.map((code) => (
          <label key={code} className="choice">
            <input type="checkbox" checked={stated.equipment.includes(code)} onChange={() => toggle(code)} /> {t(`field.carry.${code}`)}
          </label>
        ))}
      </fieldset>
      <TextField label={t("field.radio")} value={stated.radio} most={32} onChange={(radio) => onChange({ ...stated, radio })} />
      <TextField label={t("field.vehicle")} value={stated.vehicle} most={32} onChange={(vehicle) => onChange({ ...stated, vehicle })} />
      <label className="field">{t("field.until")} <input type="time" value={until} onChange={(event) => onUntil(event.target.value)} /></label>
    </details>
  );
}
