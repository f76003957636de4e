import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useStore } from "../../time/store";
import { useField } from "../field";

interface Properties {
  /** Gives the code of the outcome; empty = the incident still needs a unit. */
  onChoose: (disposition: string) => void;
  onLeave: () => void;
}

/** Asks how it ended: one press on the outcome. */
export function Outcomes({ onChoose, onLeave }: Properties) {
  const { t } = useTranslation();
  const { dispositions } = useStore(useField().catalog);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    title.current?.focus();
  }, []);
  return (
    <div className="keys outcomes">
      <h3 ref={title} tabIndex={-1}>{t("act.outcome")}</h3>
      {dispositions.length === 0 && <p>{t("field.noOutcomes")}</p>}
      {dispositions.map(({ code, displayName }) => <button key={code} type="button" className="key" onClick={() => onChoose(code)}>{displayName}</button>)}
      <button type="button" className="key" onClick={() => onChoose("")}>{t("field.stillOpen")}</button>
      <button type="button" className="key" onClick={onLeave}>{t("act.leave")}</button>
    </div>
  );
}
