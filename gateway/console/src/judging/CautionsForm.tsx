import { useRef, useEffect, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { cautionsIn, isSame, isTaken, mergedCautions, textOf } from "./cautions";
import { useTakesFocus, useTyped } from "../typed/useTyped";
import { CautionsField } from "./CautionsField";

interface Properties {
  /** As the platform has them. */
  cautions: readonly string[];
  onSubmit: (cautions: readonly string[]) => void;
  onLeave: () => void;
}

/** What a crew must know: added to, changed, or cleared by leaving nothing. */
export function CautionsForm({ cautions, onSubmit, onLeave }: Properties) {
  const { t } = useTranslation();
  const takesFocus = useTakesFocus();
  const [before, keepBefore] = useTyped("before", () => cautions);
  const [text, setText] = useTyped("text", () => textOf(cautions));
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (takesFocus) form.current?.querySelector("textarea")?.focus();
  }, [takesFocus]);
  const merged = mergedCautions(before, cautionsIn(text), cautions);
  const isReady = isTaken(merged) && !isSame(merged, cautions);
  const submit = () => {
    if (isReady) onSubmit(merged);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" && event.ctrlKey) submit();
    else if (event.key === "Escape") onLeave();
    else return;
    event.preventDefault();
  };
  return (
    <form ref={form} className="plain" onKeyDown={onKeyDown} onSubmit={(event) => { event.preventDefault(); submit(); }}>
      <CautionsField text={text} lines={4} onChange={(typed) => { keepBefore(before); setText(typed); }} />
      <div className="buttons">
        <button type="submit" className="main" disabled={!isReady}>{t(merged.length === 0 ? "act.clearCautions" : "act.keepCautions")} <kbd>{t("key.save")}</kbd></button>
        <button type="button" onClick={onLeave}>{t("act.leave")}</button>
      </div>
    </form>
  );
}
