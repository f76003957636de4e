import { useId } from "react";

interface Properties {
  label: string;
  value: string;
  onChange: (value: string) => void;
  lines?: number;
  most: number;
  type?: "text" | "tel";
  autoFocus?: boolean;
}

export function TextField({ label, value, onChange, lines, most, type, autoFocus }: Properties) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {lines === undefined
        ? <input id={id} type={type ?? "text"} value={value} maxLength={most} autoFocus={autoFocus} autoComplete="off" onChange={(event) => onChange(event.target.value)} />
        : <textarea id={id} rows={lines} value={value} maxLength={most} onChange={(event) => onChange(event.target.value)} />}
    </div>
  );
}
