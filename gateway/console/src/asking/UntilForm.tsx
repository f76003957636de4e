import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { usePlatformNow } from "../board/freshness";
import { dateFieldOf, momentOfField } from "../time/words";
import { useTyped } from "../typed/useTyped";
import { ReasonForm } from "./ReasonForm";

interface Properties {
  untilLabel: string;
  /** What stands there first, in milliseconds since 1970. */
  first: number;
  label: string;
  confirm: string;
  /** Called with the moment in milliseconds since 1970, and the text. */
  onSubmit: (until: number, text: string) => void;
  onLeave: () => void;
  /** What else is chosen. */
  children?: ReactNode;
}

/** Asks for a moment that is still to come, and for a text. */
export function UntilForm({ untilLabel, first, label, confirm, onSubmit, onLeave, children }: Properties) {
  const { t } = useTranslation();
  const now = usePlatformNow();
  const [field, setField] = useTyped("until", () => dateFieldOf(first));
  const until = momentOfField(field);
  const isAhead = until !== undefined && until > now;
  return (
    <div className="plain">
      {children}
      <label className="until">{untilLabel} <input type="datetime-local" value={field} aria-invalid={!isAhead} onChange={(event) => setField(event.target.value)} /></label>
      {!isAhead && <p role="alert" className="problem-line">{t("act.holdAhead")}</p>}
      <ReasonForm label={label} confirm={confirm} onLeave={onLeave} onSubmit={(text) => { if (isAhead) onSubmit(until, text); }} />
    </div>
  );
}
