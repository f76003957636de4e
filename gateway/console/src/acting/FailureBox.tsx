import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Failure } from "../contracts/failure";
import { useFailureText } from "../contracts/useFailureText";
import { entryKey } from "../history/entries";
import { Key } from "../keys/Key";
import { isKnown, type Advice } from "./advice";
import type { Hindrance } from "./hindrance";
import "./trouble.css";

interface Properties {
  failure: Failure | Hindrance;
  advice: Advice;
  retry: (() => void) | undefined;
  signInBeside: () => void;
  children?: ReactNode;
}

/** What went wrong: what happened, what to do, and the number under which the administrator finds it. */
export function FailureBox({ failure, advice, retry, signInBeside, children }: Properties) {
  const { t } = useTranslation();
  const textOf = useFailureText();
  const told = typeof failure === "string" ? undefined : failure;
  return (
    <div role="alert" className="trouble" data-reason={typeof failure === "string" ? failure : failure.reason}>
      <p><strong>{typeof failure === "string" ? t(`trouble.${failure}`) : textOf(failure)}</strong></p>
      {told && told.fields.length > 0 && <ul>{told.fields.map((field) => <li key={field.field}>{field.field}: {field.text}</li>)}</ul>}
      {told?.metadata.winnerAct && <p>{t("trouble.happened", { what: t(`entry.${entryKey(told.metadata.winnerAct)}`) })}</p>}
      <p>{t(`trouble.advice.${advice}`)}</p>
      {told && (advice === "report" || !isKnown(told)) && <p>{t("trouble.number")} <code>{told.traceId}</code></p>}
      <div className="buttons">
        {retry && <button type="button" className="main" data-act="tryAgain" onClick={retry}>{t("trouble.again")} <Key of="tryAgain" /></button>}
        {advice === "signIn" && <button type="button" className="main" onClick={signInBeside}>{t("session.signInBeside")}</button>}
        {children}
      </div>
    </div>
  );
}
