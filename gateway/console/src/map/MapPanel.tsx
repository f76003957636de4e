import type { Map as MapView } from "maplibre-gl";
import "maplibre-gl/dist/maplibre-gl.css";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { isLive, useFeedPart, usePlatformNow } from "../board/freshness";
import { useDesk } from "../desk/desk";
import { useTheme } from "../look/theme";
import { useStore } from "../time/store";
import { useCalm } from "../time/useCalm";
import { useDutyOver } from "../units/dutyOver";
import { unitGroups } from "../units/order";
import { readAreas } from "./areas";
import { incidentPoints, unitPoints } from "./features";
import "./map.css";
import { unitSigns } from "./styles";
import { incidentAt, openMap, show } from "./view";

/** Where incidents and units are. A click opens an incident, or gives a form that waits for it a place. All of it stands in the lists too. */
export default function MapPanel() {
  const { t } = useTranslation();
  const { clients, configuration, selection, pointing } = useDesk();
  const incidents = useFeedPart(({ board }) => board.incidents);
  const live = useFeedPart(isLive);
  const units = useCalm(useFeedPart(({ board }) => board.units), 500); // a map that is drawn for each of 200 moving units leaves no time for hands
  const over = useDutyOver();
  const now = Math.floor(usePlatformNow() / 60_000) * 60_000; // ages in minutes: drawn anew each minute, not each second
  const opened = useStore(selection).incident;
  const theme = useTheme();
  const place = useRef<HTMLDivElement>(null);
  const [view, setView] = useState<MapView>();
  const [failed, setFailed] = useState(false);

  useEffect(() => {
    const stop = new AbortController();
    let opening: MapView | undefined;
    readAreas(clients, t("map.drawing"), stop.signal).then((areas) => {
      if (stop.signal.aborted || !place.current) return;
      const made = (opening = openMap(place.current, areas, configuration.mapStyle, { "Map.Title": t("map.title"), "NavigationControl.ZoomIn": t("map.nearer"), "NavigationControl.ZoomOut": t("map.farther"), "AttributionControl.ToggleAttribution": t("map.attribution") }, () => setView(made)));
      made.on("click", ({ point, lngLat }) => {
        const incident = incidentAt(made, point);
        const isTaken = pointing.point({ name: t("map.point"), municipality: "", latitude: lngLat.lat, longitude: lngLat.lng });
        if (!isTaken && incident !== undefined) selection.open(incident);
      });
    }).catch(() => !stop.signal.aborted && setFailed(true));
    return () => {
      stop.abort();
      setView(undefined);
      opening?.remove();
    };
  }, [clients, configuration.mapStyle, selection, pointing, t, theme]);

  useEffect(() => {
    if (view) show(view, "incidents", incidentPoints(incidents.values(), opened));
  }, [view, incidents, opened]);
  useEffect(() => {
    if (view) show(view, "units", unitPoints(units.values(), over, now));
  }, [view, units, over, now]);
  useEffect(() => {
    const at = opened === undefined ? undefined : incidents.get(opened)?.location?.position;
    if (view && at && !view.getBounds().contains([at.longitude, at.latitude])) view.jumpTo({ center: [at.longitude, at.latitude] });
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the map moves when another incident is opened, not when the board changes
  }, [view, opened]);

  return (
    <section className={live ? "panel map" : "panel map stale"} aria-label={t("map.title")}>
      <p className="unseen">{t("map.lists")}</p>
      {failed && <p className="problem-line">{t("map.failed")}</p>}
      <p className="map-signs">{unitGroups.map((group) => <span key={group}><span aria-hidden>{unitSigns[group]}</span> {t(`unit.group.${group}`)}</span>)}</p>
      <div ref={place} className="map-place" data-drawn={view !== undefined} />
    </section>
  );
}
