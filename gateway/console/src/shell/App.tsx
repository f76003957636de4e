import { useTranslation } from "react-i18next";
import { Guard } from "../acting/Guard";
import type { Configuration } from "../configuration/configuration";
import { SignInPage } from "../session/SignInPage";
import type { Session } from "../session/session";
import { useStore } from "../time/store";
import { DeskPage } from "./desk/DeskPage";
import { NoTeam } from "./alone/NoTeam";
import { homeOf, pages } from "./pages";

export function App({ session, configuration }: { session: Session; configuration: Configuration }) {
  const { t } = useTranslation();
  const state = useStore(session);
  switch (state.phase) {
    case "starting":
      return <main className="sign-in"><p role="status">{t("session.starting")}</p></main>;
    case "none":
      return <SignInPage session={session} problem={state.problem} isOnlyHere={state.isOnlyHere ?? false} />;
    case "signedIn": {
      const { person } = state;
      const first = location.pathname.split("/")[1] || homeOf(person);
      const Page = Object.hasOwn(pages, first) ? pages[first] : undefined;
      if (Page) return <Guard part={t("shell.thisPage")}><Page key={person.subject} session={session} person={person} configuration={configuration} /></Guard>;
      const team = teamOf(person.teams);
      return team === undefined ? <NoTeam session={session} person={person} /> : <Guard part={t("shell.thisPage")}><DeskPage key={`${person.subject} ${team}`} session={session} person={person} team={team} configuration={configuration} /></Guard>;
    }
  }
}

// Named in the address when one belongs to several.
function teamOf(teams: readonly string[]): string | undefined {
  const asked = new URLSearchParams(location.search).get("team");
  return teams.find((team) => team === asked) ?? teams[0];
}
