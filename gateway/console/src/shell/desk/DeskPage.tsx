import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { ActingContext } from "../../acting/acting";
import { Guard } from "../../acting/Guard";
import { AlarmBar } from "../../alarms/AlarmBar";
import { SoundTest } from "../../alarms/SoundTest";
import { ConnectionBar } from "../../board/ConnectionBar";
import { Commands } from "../../command/Commands";
import { CommandTroubles } from "../../command/CommandTroubles";
import type { Configuration } from "../../configuration/configuration";
import { DeskContext, openDesk, startDesk } from "../../desk/desk";
import { followKeys } from "../../keys/followKeys";
import { LayoutMenu } from "../../layout/LayoutMenu";
import { Panels } from "../../layout/Panels";
import { followLook, forEachWindow } from "../../layout/windows";
import "../../look/panel.css";
import { SessionEnd } from "../../session/SessionEnd";
import type { Person } from "../../session/person";
import type { Session } from "../../session/session";
import { Done } from "../Done";
import { PersonMenu } from "../PersonMenu";
import { ReportButton } from "./ReportButton";
import { TopBar } from "../TopBar";
import "../desk.css";

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
  useEffect(() => startDesk(desk, session), [desk, session]);
  useEffect(() => forEachWindow((of) => followKeys(of, desk)), [desk]);
  useEffect(followLook, []);
  useEffect(() => desk.draft.guard(), [desk]);
  useEffect(() => desk.typed.guard(), [desk]);
  return (
    <DeskContext value={desk}><ActingContext value={desk}>
      <div className="desk">
        <a className="skip" href="#work">{t("shell.skip")}</a>
        <TopBar>
          <ReportButton />
          <Guard part={t("shell.part.connection")}><ConnectionBar /></Guard>
          <span className="filler" />
          <Guard part={t("shell.part.commands")}><Commands /></Guard>
          <Guard part={t("shell.menu")}><PersonMenu session={session} person={person}><LayoutMenu /><SoundTest /></PersonMenu></Guard>
        </TopBar>
        <SessionEnd session={session} />
        <Guard part={t("shell.part.alarms")}><AlarmBar /></Guard>
        <CommandTroubles />
        <main id="work" tabIndex={-1} className="work">
          <Panels />
          <Done />
        </main>
      </div>
    </ActingContext></DeskContext>
  );
}
