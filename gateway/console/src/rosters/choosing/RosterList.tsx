import { useTranslation } from "react-i18next";
import { sayDay } from "../../capacity/calendar/period";
import { RosterState, type Roster } from "../../generated/handhaving/capacity/v1/roster_pb";
import { useRows } from "../../look/useRows";
import { dayOfDate } from "../../time/date";
import { minuteOf } from "../../time/stretch";

interface Properties {
  rosters: readonly Roster[];
  opened: string;
  teamOf: (team: string) => string;
  onOpen: (name: string) => void;
}

const states = { [RosterState.DRAFT]: "draft", [RosterState.PUBLISHED]: "published", [RosterState.SUPERSEDED]: "superseded", [RosterState.UNSPECIFIED]: "other" } as const;

export const stateKey = (state: RosterState) => states[state];

/** Rosters of an owner, newest first. */
export function RosterList({ rosters, opened, teamOf, onOpen }: Properties) {
  const { t, i18n } = useTranslation();
  const { entry, onKeyDown } = useRows(rosters.map(({ name }) => name), opened === "" ? undefined : opened);
  return (
    <section className="panel roster-list" aria-labelledby="rosters-title">
      <div className="panel-head"><h3 id="rosters-title">{t("roster.list")}</h3></div>
      {rosters.length === 0 && <p className="nothing">{t("roster.none")}</p>}
      <ul onKeyDown={onKeyDown}>
        {rosters.map(({ name, staffTeam, firstDay, lastDay, state, updatedBy, updateTime, unlentShifts }) => (
          <li key={name}>
            <button className="row roster-row" data-name={name} tabIndex={name === entry ? 0 : -1} aria-current={name === opened ? "true" : undefined} onClick={() => onOpen(name)}>
              <strong>{teamOf(staffTeam)}</strong>
              <span className={`roster-state ${stateKey(state)}`}>{t(`roster.state.${stateKey(state)}`)}</span>
              <span>{sayDay(dayOfDate(firstDay), i18n.language, "short")} - {sayDay(dayOfDate(lastDay), i18n.language, "short")} {dayOfDate(lastDay).slice(0, 4)}</span>
              {unlentShifts > 0 && <strong className="unlent">{t("roster.unlent", { count: unlentShifts })}</strong>}
              <span className="quiet">{t("roster.changed", { who: updatedBy, time: minuteOf(updateTime) })}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
