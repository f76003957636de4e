import { useTranslation } from "react-i18next";
import { Key } from "../keys/Key";

interface Properties {
  /** `hh:mm`; undefined = what is noted happens now. */
  value: string | undefined;
  /** Whether no time can be made of it yet. */
  isUnclear: boolean;
  /** Whether its key works here: on the first unit alone. */
  hasKey: boolean;
  onChange: (value: string | undefined) => void;
}

/** Says that a step was taken earlier than it is noted, as a crew tells by radio afterwards (late entry). */
export function EarlierField({ value, isUnclear, hasKey, onChange }: Properties) {
  const { t } = useTranslation();
  if (value === undefined) return <button type="button" data-act={hasKey ? "earlier" : undefined} onClick={() => onChange("")}>{t("step.earlier")} {hasKey && <Key of="earlier" />}</button>;
  return (
    <span className="earlier" onKeyDown={(event) => { if (event.key === "Escape") onChange(undefined); }}>
      <label>{t("step.happenedAt")} <input type="time" value={value} autoFocus aria-invalid={isUnclear} onChange={(event) => onChange(event.target.value)} /></label>
      <button type="button" onClick={() => onChange(undefined)}>{t("step.now")}</button>
    </span>
  );
}
