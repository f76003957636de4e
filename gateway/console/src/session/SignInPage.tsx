import { useState } from "react";
import { useTranslation } from "react-i18next";
import { unsentOnDevice } from "../field/unsent/keptOn";
import type { Session } from "./session";
import "./sign-in.css";

interface Properties {
  session: Session;
  problem: string | undefined;
  /** Signed out here, while the provider could not be told. */
  isOnlyHere: boolean;
}

export function SignInPage({ session, problem, isOnlyHere }: Properties) {
  const { t } = useTranslation();
  const [unsent] = useState(unsentOnDevice);
  return (
    <main className="sign-in">
      <h1>{t("session.title")}</h1>
      <p>{t("session.intro")}</p>
      {unsent > 0 && <p role="status" className="sign-in-problem">{t("unsent.signInFirst", { count: unsent })}</p>}
      {isOnlyHere && <p role="status" className="sign-in-problem">{t("session.signedOutHere")}</p>}
      {problem !== undefined && (
        <div role="alert" className="sign-in-problem">
          <strong>{t("session.failed")}</strong> {t("session.failedAdvice", { text: problem })}
        </div>
      )}
      <button className="main" autoFocus onClick={() => void session.signIn()}>{t("session.signIn")}</button>
      <section aria-label={t("session.forSystems")}>
        <h2>{t("session.forSystems")}</h2>
        <ul>
          <li><a href="/protos.zip">{t("session.contracts")}</a></li>
          <li><a href="/descriptor.binpb">{t("session.descriptor")}</a></li>
        </ul>
      </section>
    </main>
  );
}
