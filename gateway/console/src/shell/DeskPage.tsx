import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { ConnectionBar } from "../board/ConnectionBar";
import { DeskContext, openDesk, startDesk } from "../desk/desk";
import { IncidentPanel } from "../incident/IncidentPanel";
import "../look/panel.css";
import { QueuePanel } from "../queue/QueuePanel";
import { SessionEnd } from "../session/SessionEnd";
import type { Person } from "../session/person";
import type { Session } from "../session/session";
import { UnitPanel } from "../units/UnitPanel";
import { TopBar } from "./TopBar";
import "./desk.css";

/** The screen of one signed-in person: the board of a team, and the work on it. */
export function DeskPage({ session, person, team }: { session: Session; person: Person; team: string }) {
  const { t } = useTranslation();
  const [desk] = useState(() => openDesk(session, person, team));
  useEffect(() => startDesk(desk), [desk]);
  return (
    <DeskContext value={desk}>
      <div className="desk">
        <a className="skip" href="#work">{t("shell.skip")}</a>
        <TopBar session={session} person={person}><ConnectionBar /></TopBar>
        <SessionEnd session={session} />
        <main id="work" tabIndex={-1} className="work">
          <QueuePanel />
          <IncidentPanel />
          <UnitPanel />
        </main>
      </div>
    </DeskContext>
  );
}
