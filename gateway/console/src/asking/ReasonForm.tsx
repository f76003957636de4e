import { useTranslation } from "react-i18next";
import { useTakesFocus, useTyped } from "../typed/useTyped";
import { TextField } from "./TextField";

interface Properties {
  label: string;
  confirm: string;
  onSubmit: (text: string) => void;
  onLeave: () => void;
  most?: number;
}

/** Asks for one text and does something with it: Enter confirms, Escape leaves. */
export function ReasonForm({ label, confirm, onSubmit, onLeave, most = 300 }: Properties) {
  const { t } = useTranslation();
  const [text, setText] = useTyped("text", () => "");
  const takesFocus = useTakesFocus();
  return (
    <form
      className="reason-form"
      onSubmit={(event) => { event.preventDefault(); if (text.trim() !== "") onSubmit(text.trim()); }}
      onKeyDown={(event) => { if (event.key === "Escape") { event.preventDefault(); onLeave(); } }}
    >
      <TextField label={label} value={text} most={most} onChange={setText} autoFocus={takesFocus} />
      <button type="submit" className="main" disabled={text.trim() === ""}>{confirm}</button>
      <button type="button" onClick={onLeave}>{t("act.leave")}</button>
    </form>
  );
}
