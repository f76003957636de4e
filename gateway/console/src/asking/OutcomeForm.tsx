import { useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useDesk } from "../desk/desk";
import { Combobox } from "./Combobox";
import { matches } from "../queue/order";
import { useStore } from "../time/store";

interface Properties {
  /** Name of the incident: its municipality says which outcomes there are. */
  incident: string;
  /** Code of the outcome; empty = none, the incident still needs a unit. */
  onSubmit: (disposition: string) => void;
  onLeave: () => void;
  /** Whether one may end without an outcome. */
  mayBeOpen: boolean;
}

/** Asks how it ended: type a few letters, Enter. */
export function OutcomeForm({ incident, onSubmit, onLeave, mayBeOpen }: Properties) {
  const { t } = useTranslation();
  const { catalog } = useDesk();
  useStore(catalog);
  const outcomes = catalog.outcomesFor(incident);
  const [words, setWords] = useState("");
  const choices = useMemo(
    () => outcomes.filter((one) => matches(words, [one.displayName])).map((one) => ({ key: one.code, label: one.displayName, value: one.code })),
    [outcomes, words],
  );
  const form = useRef<HTMLDivElement>(null);
  useEffect(() => {
    form.current?.scrollIntoView({ block: "nearest" }); // the list opens under its field, which may be under the fold
  }, []);
  return (
    <div ref={form} className="reason-form" onKeyDown={(event) => { if (event.key === "Escape") onLeave(); }}>
      <Combobox label={t("act.outcome")} words={words} choices={choices} nothing={t("act.noOutcome")} autoFocus isOpenAtOnce onWords={setWords} onChoose={(choice) => onSubmit(choice.value)} />
      {mayBeOpen && <button type="button" onClick={() => onSubmit("")}>{t("act.stillOpen")}</button>}
      <button type="button" onClick={onLeave}>{t("act.leave")}</button>
    </div>
  );
}
