import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { switchTheme, useTheme } from "../look/theme";
import type { Person } from "../session/person";
import type { Session } from "../session/session";
import { PageLinks } from "./PageLinks";
import { switchLanguage } from "../words/words";

/** What one sets once: language, light, sound, arrangement; and signing off. */
export function PersonMenu({ session, person, children }: { session: Session; person: Person; children?: ReactNode }) {
  const { t } = useTranslation();
  const theme = useTheme();
  return (
    <details className="menu" onKeyDown={(event) => { if (event.key === "Escape") event.currentTarget.open = false; }}>
      <summary>{person.name}</summary>
      <div className="menu-body">
        {children}
        <PageLinks person={person} />
        <button lang={t("shell.language") === "English" ? "en" : "nl"} title={t("shell.languageLabel")} onClick={() => void switchLanguage()}>{t("shell.language")}</button>
        <button onClick={switchTheme}>{t(theme === "dark" ? "shell.toLight" : "shell.toDark")}</button>
        <button onClick={() => void session.signOut()}>{t("session.signOut")}</button>
      </div>
    </details>
  );
}
