import { useTranslation } from "react-i18next";
import { PriorityBadge } from "../queue/PriorityBadge";

/** Priority 1-5 as one choice: by arrow, or by its digit while the choice has focus. */
export function PriorityField({ priority, onChange, name }: { priority: number; onChange: (priority: number) => void; name: string }) {
  const { t } = useTranslation();
  return (
    <fieldset className="priority-field" onKeyDown={(event) => { if (/^[1-5]$/.test(event.key)) onChange(Number(event.key)); }}>
      <legend>{t("report.priority")} <kbd>1</kbd>-<kbd>5</kbd></legend>
      {[1, 2, 3, 4, 5].map((one) => (
        <label key={one}>
          <input type="radio" name={name} checked={priority === one} onChange={() => onChange(one)} />
          <PriorityBadge priority={one} />
        </label>
      ))}
    </fieldset>
  );
}
