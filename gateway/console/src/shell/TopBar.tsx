import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { switchTheme, useTheme } from "../look/theme";
import type { Person } from "../session/person";
import type { Session } from "../session/session";
import { switchLanguage } from "../words/words";

export function TopBar({ session, person, children }: { session: Session; person: Person; children?: ReactNode }) {
  const { t } = useTranslation();
  const theme = useTheme();
  return (
    <header className="top-bar">
      <h1>{t("session.title")}</h1>
      {children ?? <span className="filler" />}
      <span className="quiet" title={t("session.signedInAs", { name: person.name })}>{person.name}</span>
      <button lang={t("shell.language") === "English" ? "en" : "nl"} title={t("shell.languageLabel")} onClick={() => void switchLanguage()}>{t("shell.language")}</button>
      <button onClick={switchTheme}>{t(theme === "dark" ? "shell.toLight" : "shell.toDark")}</button>
      <button onClick={() => void session.signOut()}>{t("session.signOut")}</button>
    </header>
  );
}
