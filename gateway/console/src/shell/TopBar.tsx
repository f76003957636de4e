import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

export function TopBar({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  return <header className="top-bar"><h1>{t("session.title")}</h1>{children}</header>;
}
