import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Person } from "../session/person";
import { SessionEnd } from "../session/SessionEnd";
import type { Session } from "../session/session";
import { hasDesk } from "./pages";
import { PersonMenu } from "./PersonMenu";
import { TopBar } from "./TopBar";
import "../look/panel.css";
import "./desk.css";

interface Properties {
  session: Session;
  person: Person;
  title: string;
  children: ReactNode;
}

/** What stands around a page beside the desk. */
export function PageFrame({ session, person, title, children }: Properties) {
  const { t } = useTranslation();
  return (
    <div className="desk">
      <a className="skip" href="#page">{t("shell.skipToPage")}</a>
      <TopBar>{hasDesk(person) && <span><a className="page-link" href="/">{t("shell.desk")}</a> <span className="quiet">{t("shell.noAlarms")}</span></span>}<span className="filler" /><PersonMenu session={session} person={person} /></TopBar>
      <SessionEnd session={session} />
      <main id="page" tabIndex={-1} className="page" aria-labelledby="page-title">
        <h2 id="page-title">{title}</h2>
        {children}
      </main>
    </div>
  );
}
