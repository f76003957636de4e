import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useStore } from "../../time/store";
import { useField } from "../field";

interface Properties {
  /** Name of the incident or of an assignment to it: its municipality says which outcomes there are. */
  job: string;
  /** Gives the code of the outcome; empty = the incident still needs a unit. */
  onChoose: (disposition: string) => void;
  onLeave: () => void;
}

/** Asks how it ended: one press on the outcome. */
export function Outcomes({ job, onChoose, onLeave }: Properties) {
  const { t } = useTranslation();
  const { catalog } = useField();
  useStore(catalog);
  const outcomes = catalog.outcomesFor(job);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    title.current?.focus();
  }, []);
  return (
    <div className="keys outcomes">
      <h3 ref={title} tabIndex={-1}>{t("act.outcome")}</h3>
      {outcomes.length === 0 && <p>{t("field.noOutcomes")}</p>}
      {outcomes.map(({ code, displayName }) => <button key={code} type="button" className="key" onClick={() => onChoose(code)}>{displayName}</button>)}
      <button type="button" className="key" onClick={() => onChoose("")}>{t("field.stillOpen")}</button>
      <button type="button" className="key" onClick={onLeave}>{t("act.leave")}</button>
    </div>
  );
}
