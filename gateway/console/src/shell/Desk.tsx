import { useTranslation } from "react-i18next";
import type { Configuration } from "../configuration/configuration";
import { SessionEnd } from "../session/SessionEnd";
import type { Person } from "../session/person";
import type { Session } from "../session/session";
import { TopBar } from "./TopBar";
import "./desk.css";

export interface DeskProperties {
  session: Session;
  person: Person;
  configuration: Configuration;
}

/** The screen of who is signed in. */
export function Desk({ session, person }: DeskProperties) {
  const { t } = useTranslation();
  return (
    <div className="desk">
      <a className="skip" href="#queue">{t("shell.skip")}</a>
      <TopBar session={session} person={person} />
      <SessionEnd session={session} />
      <main id="queue" tabIndex={-1}>{person.teams.length === 0 && <p>{t("session.noTeam")}</p>}</main>
    </div>
  );
}
