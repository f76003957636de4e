import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Failure } from "../../contracts/failure";
import { useFailureText } from "../../contracts/useFailureText";
import { useField } from "../field";
import { ChooseAgain } from "./ChooseAgain";
import type { Unsent } from "./step";

/** A step that the platform did not take: why, and what to do. It is thrown away only by who says so twice. */
export function Refused({ unsent, refusal }: { unsent: Unsent; refusal: Failure }) {
  const { t } = useTranslation();
  const { outbox } = useField();
  const textOf = useFailureText();
  const [isSure, setSure] = useState(false);
  const { step, requestId } = unsent;
  if (step.kind === "clear" && refusal.reason === "UNKNOWN_DISPOSITION") return <ChooseAgain said={textOf(refusal)} job={step.assignment} onChoose={(disposition) => outbox.mend(requestId, { ...step, disposition })} />;
  return (
    <div role="alert" className="trouble" data-reason={refusal.reason}>
      <p><strong>{textOf(refusal)}</strong></p>
      <p>{t("unsent.refused")}</p>
      {refusal.traceId !== "" && <p className="quiet">{t("trouble.number")} <code>{refusal.traceId}</code></p>}
      <div className="keys two">
        <button type="button" className="key" onClick={() => outbox.retry(requestId)}>{t("trouble.again")}</button>
        <button type="button" className={isSure ? "key main" : "key"} onClick={() => isSure ? outbox.discard(requestId) : setSure(true)}>{t(isSure ? "unsent.discardSure" : "unsent.discard")}</button>
      </div>
    </div>
  );
}
