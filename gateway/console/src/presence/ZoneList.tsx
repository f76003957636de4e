import { useTranslation } from "react-i18next";
import { ZoneKind, type PatrolZone } from "../generated/handhaving/capacity/v1/zone_pb";
import { stretchOf } from "../time/stretch";

const keys = { [ZoneKind.FOCUS]: "focus", [ZoneKind.NIGHTLIFE]: "nightlife", [ZoneKind.SCHOOL]: "school", [ZoneKind.UNSPECIFIED]: "other" } as const;

/** Zones that get a share of the surveillance hours while they count. */
export function ZoneList({ zones }: { zones: readonly PatrolZone[] }) {
  const { t } = useTranslation();
  return (
    <section className="presence-part" aria-labelledby="zones-title">
      <h3 id="zones-title">{t("presence.zones.title")}</h3>
      <p className="quiet">{t("presence.zones.about")}</p>
      {zones.length === 0 && <p className="quiet">{t("presence.zones.none")}</p>}
      <ul className="zones">{zones.map((zone) => <li key={zone.name}><strong>{zone.displayName}</strong> {t("presence.zones.line", { kind: t(`presence.zones.kind.${keys[zone.kind]}`), share: zone.share, ...stretchOf(zone) })}{zone.theme !== "" && <span className="quiet"> {t("presence.zones.theme", { theme: zone.theme })}</span>}</li>)}</ul>
    </section>
  );
}
