import { timestampFromMs } from "@bufbuild/protobuf/wkt";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ReasonForm } from "../asking/ReasonForm";
import { TextField } from "../asking/TextField";
import type { Setting } from "../generated/handhaving/access/v1/operations_pb";
import { useNow } from "../time/clock";
import { momentOfField } from "../time/words";
import { kindOf, pretty, problemOf } from "./values";

interface Properties {
  /** JSON, what holds now. */
  value: string;
  /** JSON, the product's default. */
  usual: string;
  onSubmit: (changed: Pick<Setting, "value" | "changeReason"> & Partial<Pick<Setting, "validFromTime">>) => void;
  onLeave: () => void;
}

/** Asks for another value, from when it holds, and why. */
export function SettingForm({ value, usual, onSubmit, onLeave }: Properties) {
  const { t } = useTranslation();
  const now = useNow();
  const kind = kindOf(usual);
  const [text, setText] = useState(() => pretty(value));
  const [from, setFrom] = useState("");
  const problem = problemOf(text, kind, from, now);
  const submit = (changeReason: string) => {
    const moment = momentOfField(from);
    if (!problem) onSubmit({ value: text.trim(), changeReason, ...(moment !== undefined && { validFromTime: timestampFromMs(moment) }) });
  };
  return (
    <div className="setting-form">
      <TextField label={t("setting.newValue")} value={text} most={4000} onChange={setText} {...(kind === "list" && { lines: Math.min(14, text.split("\n").length + 1) })} />
      <button type="button" onClick={() => setText(pretty(usual))}>{t("setting.toUsual")}</button>
      <label className="field">{t("setting.from")} <input type="datetime-local" value={from} aria-invalid={problem?.key === "past"} onChange={(event) => setFrom(event.target.value)} /></label>
      {problem && <p role="alert" className="problem-line">{problem.key === "json" ? t("setting.problem.json", { where: problem.where }) : t(`setting.problem.${problem.key}`)}</p>}
      <ReasonForm label={t("setting.reason")} confirm={t("setting.confirm")} onLeave={onLeave} onSubmit={submit} />
    </div>
  );
}
