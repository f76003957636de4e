import { useTranslation } from "react-i18next";
import { emptyPartner, type PartnerDraft } from "./activityDraft";

interface Properties {
  partners: readonly PartnerDraft[];
  onChange: (partners: readonly PartnerDraft[]) => void;
}

/** Who gives how many hours. */
export function PartnerRows({ partners, onChange }: Properties) {
  const { t } = useTranslation();
  const set = (at: number, part: Partial<PartnerDraft>) => onChange(partners.map((one, index) => (index === at ? { ...one, ...part } : one)));
  return (
    <fieldset className="partner-rows">
      <legend>{t("activity.partners")}</legend>
      {partners.map((partner, at) => (
        <div key={at} className="partner-row">
          <label className="field">{t("activity.partner.organisation", { number: at + 1 })}<input value={partner.organisation} maxLength={60} onChange={(event) => set(at, { organisation: event.target.value })} /></label>
          <label className="field hours">{t("activity.partner.hours", { number: at + 1 })}<input inputMode="decimal" value={partner.hours} maxLength={9} onChange={(event) => set(at, { hours: event.target.value })} /></label>
          <label className="check"><input type="checkbox" checked={partner.police} onChange={(event) => set(at, { police: event.target.checked })} /> {t("activity.partner.police")}</label>
          <button type="button" aria-label={t("activity.partner.drop", { organisation: partner.organisation })} onClick={() => onChange(partners.filter((_, index) => index !== at))}>{t("activity.partner.dropSign")}</button>
        </div>
      ))}
      <button type="button" onClick={() => onChange([...partners, emptyPartner])}>{t("activity.partner.add")}</button>
    </fieldset>
  );
}
