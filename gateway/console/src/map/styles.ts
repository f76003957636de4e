import type { LayerSpecification, StyleSpecification } from "maplibre-gl";
import type { UnitGroup } from "../units/order";

/** Colours of the page, so that an organisation's own count on the map too. */
export type Colours = (token: string) => string;

export function coloursOf(element: Element): Colours {
  const style = getComputedStyle(element);
  return (token) => style.getPropertyValue(`--${token}`).trim();
}

/** A map that needs no other site: the ground alone. Borders come over it. */
export function plainStyle(colour: Colours): StyleSpecification {
  return { version: 8, sources: {}, layers: [{ id: "ground", type: "background", paint: { "background-color": colour("ground") } }] };
}

export function areaLayers(colour: Colours): LayerSpecification[] {
  return [
    { id: "municipalities", type: "fill", source: "areas", filter: ["get", "isMunicipality"], paint: { "fill-color": colour("panel") } },
    { id: "borders", type: "line", source: "areas", paint: { "line-color": colour("control-line"), "line-width": ["case", ["get", "isMunicipality"], 2, 0.6] } },
    { id: "area-names", type: "symbol", source: "areas", layout: { "text-field": ["get", "name"], "text-size": ["case", ["get", "isMunicipality"], 15, 11] }, paint: { "text-color": colour("muted"), "text-halo-color": colour("panel"), "text-halo-width": 1 } },
  ];
}

/** The sign of a state within the point of a unit: who does not see colours reads this. Every font of a configured base has them. */
export const unitSigns: Readonly<Record<UnitGroup, string>> = { calling: "!", free: "+", busy: "×", away: "-" };

/** Incidents are round with their priority in them; units are smaller with the sign of their state, and beneath it their call sign and how old a position is that may be wrong by now. Who waits has a thick rim. */
export function pointLayers(colour: Colours): LayerSpecification[] {
  const text = { "text-halo-color": colour("panel"), "text-halo-width": 2 } as const;
  return [
    { id: "heading", type: "symbol", source: "units", filter: [">=", ["get", "heading"], 0], layout: { "text-field": "▲", "text-size": 16, "text-rotate": ["get", "heading"], "text-offset": [0, -0.9], "text-allow-overlap": true, "text-rotation-alignment": "map" }, paint: { "text-color": colour("text") } },
    { id: "units", type: "circle", source: "units", paint: { "circle-radius": 9, "circle-color": ["match", ["get", "group"], "free", colour("good"), "calling", colour("alert"), "busy", colour("p4"), colour("muted")], "circle-opacity": ["case", ["get", "stale"], 0.45, 1], "circle-stroke-width": 2, "circle-stroke-color": colour("panel") } },
    { id: "unit-signs", type: "symbol", source: "units", layout: { "text-field": ["match", ["get", "group"], "calling", unitSigns.calling, "free", unitSigns.free, "busy", unitSigns.busy, unitSigns.away], "text-size": 13, "text-allow-overlap": true, "text-ignore-placement": true }, paint: { "text-color": colour("text"), ...text } },
    { id: "unit-names", type: "symbol", source: "units", layout: { "text-field": ["concat", ["get", "label"], ["case", ["!", ["get", "stale"]], "", ["<", ["get", "minutes"], 0], " ?", ["concat", " ", ["to-string", ["get", "minutes"]], " min"]]], "text-size": 12, "text-offset": [0, 1.3], "text-allow-overlap": true }, paint: { "text-color": colour("text"), ...text } },
    { id: "incidents", type: "circle", source: "incidents", paint: { "circle-radius": ["case", ["get", "opened"], 16, 12], "circle-color": colour("panel"), "circle-stroke-width": ["case", ["get", "waits"], 5, 2], "circle-stroke-color": ["match", ["get", "priority"], 1, colour("p1"), 2, colour("p2"), 3, colour("p3"), 4, colour("p4"), colour("p5")] } },
    { id: "incident-priorities", type: "symbol", source: "incidents", layout: { "text-field": ["get", "label"], "text-size": 15, "text-allow-overlap": true }, paint: { "text-color": colour("text"), ...text } },
  ];
}
