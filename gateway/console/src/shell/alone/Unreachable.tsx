import { useTranslation } from "react-i18next";
import "../../session/sign-in.css";

export function Unreachable() {
  const { t } = useTranslation();
  return (
    <main className="sign-in">
      <h1>{t("session.unreachable")}</h1>
      <p role="alert">{t("session.unreachableAdvice")}</p>
    </main>
  );
}
