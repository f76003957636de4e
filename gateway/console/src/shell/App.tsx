import { useTranslation } from "react-i18next";
import type { Configuration } from "../configuration/configuration";
import { SignInPage } from "../session/SignInPage";
import type { Session } from "../session/session";
import { useStore } from "../time/store";
import { Desk } from "./Desk";

export function App({ session, configuration }: { session: Session; configuration: Configuration }) {
  const { t } = useTranslation();
  const state = useStore(session);
  switch (state.phase) {
    case "starting":
      return <main className="sign-in"><p role="status">{t("session.starting")}</p></main>;
    case "none":
      return <SignInPage session={session} problem={state.problem} />;
    case "signedIn":
      return <Desk key={state.person.subject} session={session} person={state.person} configuration={configuration} />;
  }
}
