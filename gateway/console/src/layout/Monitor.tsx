import type { DockviewPanelApi } from "dockview-react";
import { useEffect, useRef, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { AlarmBar } from "../alarms/AlarmBar";
import { ConnectionBar } from "../board/ConnectionBar";

/** A panel where it stands. On a monitor of its own it says there how old its picture is and what nobody has seen yet, for the bars of the desk are on another. */
export function Monitor({ api, children }: { api: DockviewPanelApi; children: ReactNode }) {
  const { t } = useTranslation();
  const root = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState(api.location.type);
  useEffect(() => {
    const following = api.onDidLocationChange(({ location }) => setPlace(location.type));
    return () => following.dispose();
  }, [api]);
  useEffect(() => {
    if (place !== "popout") return;
    const call = () => {
      const page = root.current?.ownerDocument;
      if (page && page !== document) page.title = `${api.title ?? ""} · ${t("session.title")}`;
    };
    call();
    const following = api.onDidTitleChange(call);
    return () => following.dispose();
  }, [api, place, t]);
  return (
    <div ref={root} className="monitor">
      {place === "popout" && <div className="monitor-bars"><ConnectionBar isSpoken={false} /><AlarmBar isSpoken={false} /></div>}
      {children}
    </div>
  );
}
