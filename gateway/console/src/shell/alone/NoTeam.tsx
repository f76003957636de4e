import { useTranslation } from "react-i18next";
import type { Person } from "../../session/person";
import type { Session } from "../../session/session";
import { PageLinks } from "../PageLinks";
import { PersonMenu } from "../PersonMenu";
import { TopBar } from "../TopBar";
import "../desk.css";

export function NoTeam({ session, person }: { session: Session; person: Person }) {
  const { t } = useTranslation();
  return (
    <div className="desk">
      <TopBar><span className="filler" /><PersonMenu session={session} person={person} /></TopBar>
      <main><p>{t("session.noTeam")}</p><p><PageLinks person={person} /></p></main>
    </div>
  );
}
