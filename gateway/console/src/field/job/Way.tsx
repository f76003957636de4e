import { useTranslation } from "react-i18next";
import type { Incident } from "../../generated/handhaving/dispatch/v1/incident_pb";
import { useStore } from "../../time/store";
import { useField } from "../field";
import { bearingTo, distanceInWords, geoAddress, metersBetween, windOf } from "../../places/distance";

/** Where it is: what the place is called, how far and in which direction from here, and the device's own map for the way. */
export function Way({ incident }: { incident: Incident }) {
  const { t, i18n } = useTranslation();
  const { measured } = useStore(useField().positions);
  const to = incident.location?.position;
  const name = incident.location?.description ?? "";
  return (
    <div className="way">
      <p className="place">{name || incident.locationUnknownReason || t("incident.placeOnMap")}</p>
      {to && measured && <p>{t("field.away", { distance: distanceInWords(metersBetween(measured, to), i18n.language), wind: t(`field.wind.${windOf(bearingTo(measured, to))}`) })}</p>}
      {to && <a className="key" href={geoAddress(to, name)}>{t("field.openMap")}</a>}
    </div>
  );
}
