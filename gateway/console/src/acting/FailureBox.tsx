import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Failure } from "../contracts/failure";
import { useFailureText } from "../contracts/useFailureText";
import { isKnown, type Advice } from "./advice";
import "./trouble.css";

interface Properties {
  /** Undefined: nothing was sent, because there is no connection. */
  failure: Failure | undefined;
  advice: Advice;
  retry: (() => void) | undefined;
  signInBeside: () => void;
  children?: ReactNode;
}

/** What went wrong: what happened, what to do, and the number under which the administrator finds it. */
export function FailureBox({ failure, advice, retry, signInBeside, children }: Properties) {
  const { t } = useTranslation();
  const textOf = useFailureText();
  return (
    <div role="alert" className="trouble" data-reason={failure?.reason ?? "OFFLINE"}>
      <p><strong>{failure ? textOf(failure) : t("trouble.offline")}</strong></p>
      {failure && failure.fields.length > 0 && <ul>{failure.fields.map((field) => <li key={field.field}>{field.field}: {field.text}</li>)}</ul>}
      <p>{t(`trouble.advice.${advice}`)}</p>
      {failure && (advice === "report" || !isKnown(failure)) && <p>{t("trouble.number")} <code>{failure.traceId}</code></p>}
      <div className="buttons">
        {retry && <button className="main" onClick={retry}>{t("trouble.again")}</button>}
        {advice === "signIn" && <button className="main" onClick={signInBeside}>{t("session.signInBeside")}</button>}
        {children}
      </div>
    </div>
  );
}
