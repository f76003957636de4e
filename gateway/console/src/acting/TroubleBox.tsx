import { useTranslation } from "react-i18next";
import { useFailureText } from "../contracts/useFailureText";
import { useStore } from "../time/store";
import { useActing } from "./acting";
import { adviceOf } from "./advice";
import "./trouble.css";

/** What went wrong in a place: what happened, what to do, and the number under which the administrator finds it. */
export function TroubleBox({ place }: { place: string }) {
  const { t } = useTranslation();
  const { acts, signInBeside } = useActing();
  const trouble = useStore(acts).troubles.get(place);
  const textOf = useFailureText();
  if (!trouble) return null;
  const { failure, retry } = trouble;
  const advice = adviceOf(failure);
  return (
    <div role="alert" className="trouble" data-reason={failure?.reason ?? "OFFLINE"}>
      <p><strong>{failure ? textOf(failure) : t("trouble.offline")}</strong></p>
      {failure && failure.fields.length > 0 && <ul>{failure.fields.map((field) => <li key={field.field}>{field.field}: {field.text}</li>)}</ul>}
      <p>{t(`trouble.advice.${advice}`)}</p>
      {advice === "report" && failure && <p>{t("trouble.number")} <code>{failure.traceId}</code></p>}
      <div className="buttons">
        {retry && <button className="main" onClick={retry}>{t("trouble.again")}</button>}
        {advice === "signIn" && <button className="main" onClick={signInBeside}>{t("session.signInBeside")}</button>}
        <button onClick={() => acts.putAway(place)}>{t("trouble.putAway")}</button>
      </div>
    </div>
  );
}
