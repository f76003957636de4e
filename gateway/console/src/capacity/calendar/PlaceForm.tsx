import { useTranslation } from "react-i18next";
import { OwnerField } from "../../asking/OwnerField";
import type { StaffFunction } from "../../generated/handhaving/capacity/v1/ledger_pb";
import type { Place } from "./address";
import { dayOf, moved, periodOf, sayPeriod, type Span } from "./period";

interface Properties {
  owners: readonly string[];
  owner: string;
  names: ReadonlyMap<string, string>;
  functions: readonly StaffFunction[];
  code: string;
  span: Span;
  day: string;
  onGo: (change: Partial<Place>) => void;
}

const spans: readonly Span[] = ["week", "month"];

/** Chooses whose people, which function and when. */
export function PlaceForm({ owners, owner, names, functions, code, span, day, onGo }: Properties) {
  const { t, i18n } = useTranslation();
  const period = periodOf(span, day);
  return (
    <div className="place-form" role="group" aria-label={t("capacity.choose")}>
      <OwnerField owners={owners} owner={owner} names={names} onChange={(chosen) => onGo({ owner: chosen, code: "" })} />
      <label className="field">{t("capacity.function")}
        <select value={code} onChange={(event) => onGo({ code: event.target.value })}>
          {functions.map((one) => <option key={one.code} value={one.code}>{one.displayName}</option>)}
        </select>
      </label>
      <div className="spans" role="group" aria-label={t("capacity.span")}>
        {spans.map((one) => <button key={one} aria-pressed={span === one} onClick={() => onGo({ span: one })}>{t(`capacity.spanOf.${one}`)}</button>)}
      </div>
      <div className="period-steps">
        <button onClick={() => onGo({ day: moved(period, -1).first })}>{t("capacity.before")}</button>
        <button onClick={() => onGo({ day: dayOf(Date.now()) })}>{t("capacity.now")}</button>
        <button onClick={() => onGo({ day: moved(period, 1).first })}>{t("capacity.after")}</button>
      </div>
      <p className="period" role="status">{sayPeriod(period, i18n.language)}</p>
    </div>
  );
}
