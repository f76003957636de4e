import { useTranslation } from "react-i18next";
import { useActing } from "../../acting/acting";
import { adviceOf } from "../../acting/advice";
import "../../acting/trouble.css";
import { useFailureText } from "../../contracts/useFailureText";
import { useNow } from "../../time/clock";
import { useStore } from "../../time/store";
import { moment } from "../../time/words";
import { useField } from "../field";
import { Refused } from "./Refused";
import "./unsent.css";
import { useLate } from "./useLate";

/** What the platform does not have yet, with when it happened, and what to do about it. */
export function UnsentList() {
  const { t } = useTranslation();
  const { outbox, catalog } = useField();
  const { signInBeside } = useActing();
  const { unsent, waitsFor, isKept } = useStore(outbox);
  useStore(catalog);
  const textOf = useFailureText();
  const now = useNow();
  const isLate = useLate(unsent.length > 0);
  if (unsent.length === 0 || !(isLate || waitsFor || unsent.some(({ refusal }) => refusal))) return null;
  return (
    <section className="unsent" aria-labelledby="unsent-title">
      <h2 id="unsent-title">{t("unsent.title", { count: unsent.length })}</h2>
      <ol>
        {unsent.map((one) => (
          <li key={one.requestId}>
            <strong>{t(`unsent.step.${one.step.kind}`)}</strong> {moment(one.at, now)} <span className="quiet">{one.about}</span>
            {one.step.kind === "clear" && <span> {catalog.dispositionName(one.step.disposition, one.step.assignment)}</span>}
            {one.step.kind === "note" && <span> {one.step.text}</span>}
            {one.refusal ? <Refused unsent={one} refusal={one.refusal} /> : <span className="waits"> {t("unsent.waits")}</span>}
          </li>
        ))}
      </ol>
      <p>{isKept ? t("unsent.kept") : t("unsent.notKept")}</p>
      {waitsFor && waitsFor.reason !== "NO_ANSWER" && <p>{textOf(waitsFor)}</p>}
      {waitsFor && adviceOf(waitsFor) === "signIn" && <button type="button" className="key main" onClick={signInBeside}>{t("session.signInBeside")}</button>}
      {!unsent[0]?.refusal && <button type="button" className="key" onClick={() => void outbox.flush()}>{t("unsent.sendNow")}</button>}
    </section>
  );
}
