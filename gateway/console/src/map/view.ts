import { AttributionControl, Map as MapView, NavigationControl, ScaleControl, setWorkerUrl, type GeoJSONSource } from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url";
import type { Areas } from "./areas";
import type { Points } from "./features";
import { areaLayers, coloursOf, plainStyle, pointLayers } from "./styles";

setWorkerUrl(workerUrl);

const nothing: Points = { type: "FeatureCollection", features: [] };
const reach = 12; // pixels around a click

/** Makes the map in a place of the page: the configured base or the borders, and over it what moves. */
export function openMap(container: HTMLElement, areas: Areas, mapStyle: string | null | undefined, locale: Record<string, string>, drawn: () => void): MapView {
  const colours = coloursOf(container);
  const view = new MapView({
    container, style: mapStyle ?? plainStyle(colours), bounds: areas.bounds, fitBoundsOptions: { padding: 24 }, attributionControl: false, dragRotate: false, pitchWithRotate: false, fadeDuration: 0, locale,
  });
  view.addControl(new NavigationControl({ showCompass: false }), "top-right");
  view.addControl(new ScaleControl(), "top-left"); // below, names of sources may need the whole width
  view.addControl(new AttributionControl({ compact: false, customAttribution: areas.attribution }), "bottom-right");
  view.on("load", () => {
    view.addSource("areas", { type: "geojson", data: areas.borders });
    for (const layer of areaLayers(colours).slice(mapStyle ? 1 : 0)) view.addLayer(layer);
    for (const source of ["units", "incidents"]) view.addSource(source, { type: "geojson", data: nothing });
    for (const layer of pointLayers(colours)) view.addLayer(layer);
    drawn();
  });
  return view;
}

export function show(view: MapView, source: "units" | "incidents", points: Points): void {
  void view.getSource<GeoJSONSource>(source)?.setData(points);
}

/** Name of the incident at a place of the screen; undefined where there is none. */
export function incidentAt(view: MapView, { x, y }: { x: number; y: number }): string | undefined {
  const [found] = view.queryRenderedFeatures([[x - reach, y - reach], [x + reach, y + reach]], { layers: ["incidents"] });
  return typeof found?.properties.name === "string" ? found.properties.name : undefined;
}
