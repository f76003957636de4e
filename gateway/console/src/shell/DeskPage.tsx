import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { TroubleBox } from "../acting/TroubleBox";
import { ConnectionBar } from "../board/ConnectionBar";
import { Commands } from "../command/Commands";
import type { Configuration } from "../configuration/configuration";
import { DeskContext, openDesk, startDesk } from "../desk/desk";
import "../look/panel.css";
import { QueuePanel } from "../queue/QueuePanel";
import { SessionEnd } from "../session/SessionEnd";
import type { Person } from "../session/person";
import type { Session } from "../session/session";
import { UnitPanel } from "../units/UnitPanel";
import { Middle } from "./Middle";
import { ReportButton } from "./ReportButton";
import { TopBar } from "./TopBar";
import "./desk.css";

interface Properties {
  session: Session;
  person: Person;
  /** Id of the team whose board is shown. */
  team: string;
  configuration: Configuration;
}

/** The screen of one signed-in person: the board of a team, and the work on it. */
export function DeskPage({ session, person, team, configuration }: Properties) {
  const { t } = useTranslation();
  const [desk] = useState(() => openDesk(session, person, team, configuration));
  useEffect(() => startDesk(desk), [desk]);
  return (
    <DeskContext value={desk}>
      <div className="desk">
        <a className="skip" href="#work">{t("shell.skip")}</a>
        <TopBar session={session} person={person}><ReportButton /><ConnectionBar /><span className="filler" /><Commands /></TopBar>
        <SessionEnd session={session} />
        <TroubleBox place="command" />
        <main id="work" tabIndex={-1} className="work">
          <QueuePanel />
          <Middle />
          <UnitPanel />
        </main>
      </div>
    </DeskContext>
  );
}
