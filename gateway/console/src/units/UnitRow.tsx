import { memo } from "react";
import { useTranslation } from "react-i18next";
import { FixState, type Unit } from "../generated/handhaving/dispatch/v1/unit_pb";
import { incidentOf } from "../contracts/names";
import { millisecondsOf } from "../time/timestamp";
import { keys } from "../keys/keys";
import { AnswerCall } from "./AnswerCall";
import { FixAge } from "./FixAge";
import { availabilityKey, callKey, kindKey } from "./kinds";

interface Properties {
  unit: Unit;
  owner: string;
  /** Number of the incident it works on; empty when none that this person may read. */
  job: string;
  /** Municipality of that incident, where another on the board has the same number; else empty. */
  jobPlace: string;
  /** Free by its own word, after the end of its duty. */
  isDutyOver: boolean;
  isEntry: boolean;
  open: (incident: string) => void;
  openDuty: (unit: string) => void;
}

/** One unit on the board. Opens what it works on, or its duty when that is nothing; beside it always its duty. */
export const UnitRow = memo(function UnitRow({ unit, owner, job, jobPlace, isDutyOver, isEntry, open, openDuty }: Properties) {
  const { t } = useTranslation();
  const availability = isDutyOver ? "dutyOver" : availabilityKey(unit.availability);
  const incident = incidentOf(unit.assignment);
  return (
    <li className="unit-line">
      <button type="button" className="row unit-row" tabIndex={isEntry ? 0 : -1} data-name={unit.name} onClick={() => incident === "" ? openDuty(unit.name) : open(incident)}>
        <span className={`availability ${availability}`} aria-hidden />
        <span className="unit-name">
          <strong>{unit.callSign}</strong>
          <span className="quiet">{t(`unit.kind.${kindKey(unit.kind)}`)} {owner}</span>
        </span>
        <span className="unit-state">
          {unit.calls.map((call) => <span key={call.kind} className="signal">{t(`unit.call.${callKey(call.kind)}`)}</span>)}
          <span>{t(`unit.availability.${availability}`)} <span className="units">{job}</span> {jobPlace}</span>
          {unit.activityReason !== "" && <span className="quiet">{unit.activityReason}</span>}
          {unit.warnings.map((warning) => <span key={warning} className="unit-warning">{warning}</span>)}
        </span>
        {unit.lastFix?.fixTime && <FixAge at={millisecondsOf(unit.lastFix.fixTime)} isStale={unit.lastFix.state === FixState.STALE} />}
      </button>
      <button type="button" className="of-duty" tabIndex={-1} title={`${t("duty.of", { unit: unit.callSign })} (${keys.duty})`} aria-label={t("duty.of", { unit: unit.callSign })} onClick={() => openDuty(unit.name)}>⋯</button>
      {unit.calls.length > 0 && <AnswerCall unit={unit} />}
    </li>
  );
});
