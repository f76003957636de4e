import { DockviewReact, themeAbyss, themeLight, type DockviewApi, type DockviewReadyEvent, type IDockviewHeaderActionsProps, type IDockviewPanelHeaderProps, type IDockviewPanelProps } from "dockview-react";
import "dockview-react/dist/styles/dockview.css";
import { useCallback, useEffect, useEffectEvent, useState, type ComponentType } from "react";
import { useTranslation } from "react-i18next";
import { Guard } from "../acting/Guard";
import { useDesk } from "../desk/desk";
import { keys } from "../keys/keys";
import { useTheme } from "../look/theme";
import { canDraw } from "../map/drawing";
import { LazyMap } from "../map/LazyMap";
import { QueuePanel } from "../queue/QueuePanel";
import { Work } from "../shell/desk/Work";
import { useStore } from "../time/store";
import { UnitPanel } from "../units/UnitPanel";
import "./layout.css";
import { Monitor } from "./Monitor";
import { arrange, fitMap, isPreset, panelIds, type PanelId } from "./presets";
import { windowClosed, windowOpened } from "./windows";

const parts = { queue: QueuePanel, work: Work, units: UnitPanel, map: LazyMap } satisfies Record<PanelId, ComponentType>;
const components = Object.fromEntries(panelIds.map((panel) => [panel, ({ api }: IDockviewPanelProps) => <Monitor api={api}><Guarded panel={panel} /></Monitor>]));

/** The panels, each of a size and in a place of one's own choice, also on another monitor; how they stand is kept under the name in the address. */
export function Panels() {
  const { t } = useTranslation();
  const { layouts } = useDesk();
  const { current, forgotten } = useStore(layouts);
  const theme = useTheme();
  const [api, setApi] = useState<DockviewApi>();
  const titleOf = useCallback((panel: PanelId) => t(`layout.panel.${panel}`), [t]);

  const onReady = ({ api: ready }: DockviewReadyEvent) => {
    ready.onDidAddPopoutGroup(({ window: opened }) => windowOpened(opened));
    ready.onDidRemovePopoutGroup(({ window: closed }) => windowClosed(closed));
    setApi(ready);
  };
  // Of the language of then: in another language the panels stay as they stand, with what is being typed in them.
  const titleOfNow = useEffectEvent(titleOf);
  useEffect(() => {
    if (!api) return;
    const kept = layouts.read(current);
    const preset = isPreset(current) ? current : "desk";
    try {
      if (!kept) throw new Error("not kept");
      api.fromJSON(kept);
    } catch {
      arrange(api, preset, titleOfNow);
    }
    fitMap(api, preset, titleOfNow, canDraw());
    const keeping = api.onDidLayoutChange(() => layouts.keep(api.toJSON()));
    return () => keeping.dispose();
  }, [api, current, forgotten, layouts]);
  useEffect(() => {
    for (const panel of api?.panels ?? []) panel.api.setTitle(titleOf(panel.id as PanelId));
  }, [api, titleOf]);

  return (
    <DockviewReact
      className={current === "wall" ? "panels wall" : "panels"} components={components} theme={theme === "dark" ? themeAbyss : themeLight} onReady={onReady}
      defaultTabComponent={Tab} rightHeaderActionsComponent={PopOut} popoutUrl="/popout.html" disableFloatingGroups announcements={false}
    />
  );
}

// What is opened in its place is another thing, which may well work.
function Guarded({ panel }: { panel: PanelId }) {
  const { t } = useTranslation();
  const { selection } = useDesk();
  const { work, incident } = useStore(selection);
  const Part = parts[panel];
  return <Guard part={t(`layout.panel.${panel}`)} of={panel === "work" ? `${work} ${incident ?? ""}` : undefined}><Part /></Guard>;
}

// The tab itself is the control: a panel is not closed, so there is no key within it.
function Tab({ api }: IDockviewPanelHeaderProps) {
  const [title, setTitle] = useState(api.title);
  useEffect(() => {
    const following = api.onDidTitleChange((event) => setTitle(event.title));
    return () => following.dispose();
  }, [api]);
  return <span className="tab">{title}</span>;
}

function PopOut({ containerApi, group, location }: IDockviewHeaderActionsProps) {
  const { t } = useTranslation();
  if (location?.type === "popout") return null;
  return <button type="button" className="pop-out" data-act="popOut" title={`${t("layout.popOut")} (${keys.popOut})`} aria-label={t("layout.popOut")} onClick={() => void containerApi.addPopoutGroup(group)}><svg viewBox="0 0 16 16" width="14" height="14" aria-hidden><path d="M9 2h5v5M14 2 8 8M7 3H2v11h11V9" fill="none" stroke="currentColor" strokeWidth="1.6" /></svg></button>;
}
