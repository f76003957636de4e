import type { DockviewApi } from "dockview-react";

export const panelIds = ["queue", "work", "units", "map"] as const;

export type PanelId = (typeof panelIds)[number];

/** Arrangements that come with the console; a person's own are kept beside them. */
export const presets = ["desk", "wall"] as const;

export type Preset = (typeof presets)[number];

export function isPreset(name: string): name is Preset {
  return (presets as readonly string[]).includes(name);
}

// From left to right, each with its share of the window.
const widths: Readonly<Record<Preset, Partial<Record<PanelId, number>>>> = {
  desk: { queue: 0.33, work: 0.42, units: 0.25 },
  wall: { queue: 0.55, units: 0.45 },
};

// Under which panel the map stands, and its share of the height.
const map: Readonly<Record<Preset, [PanelId, number]>> = { desk: ["units", 0.5], wall: ["units", 0.55] };

// Pixels: head, what is lent, and some units of one's own; a map that still shows where to look.
const neededAbove = 440;
const lowestMap = 140;

/** Arranges the panels anew, without the map: the desk with the work in the middle, the wall without it, to be read from afar. */
export function arrange(api: DockviewApi, preset: Preset, titleOf: (panel: PanelId) => string): void {
  api.clear();
  const add = (panel: PanelId, beside?: PanelId) =>
    api.addPanel({ id: panel, component: panel, title: titleOf(panel), ...(beside && { position: { referencePanel: beside, direction: "right" } }) });
  const [first, ...rest] = Object.entries(widths[preset]) as [PanelId, number][];
  if (first) add(first[0]);
  for (const [index, [panel]] of rest.entries()) add(panel, [first, ...rest][index]?.[0]);
  for (const [panel, share] of [first, ...rest].filter((one) => one !== undefined)) api.getPanel(panel)?.api.setSize({ width: Math.round(api.width * share) });
}

/** Gives the map a place where it can be drawn, and takes it away where it cannot: what stands above it needs the room. */
export function fitMap(api: DockviewApi, preset: Preset, titleOf: (panel: PanelId) => string, isDrawn: boolean): void {
  const shown = api.getPanel("map");
  if (shown && !isDrawn) api.removePanel(shown);
  if (shown || !isDrawn) return;
  const [above, share] = map[preset];
  const within = api.getPanel(above);
  api.addPanel({ id: "map", component: "map", title: titleOf("map"), ...(within && { position: { referencePanel: within, direction: "below" } }) });
  api.getPanel("map")?.api.setSize({ height: mapHeight(api.height, share) });
}

/** Pixels for the map, of so many: its share, but on a low screen no more than what the panel above it can miss. */
export function mapHeight(height: number, share: number): number {
  return Math.round(Math.min(height * share, Math.max(lowestMap, height - neededAbove)));
}
