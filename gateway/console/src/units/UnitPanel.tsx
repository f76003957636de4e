import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { isLive, useFeedPart } from "../board/freshness";
import { incidentOf, municipalityOf } from "../contracts/names";
import { useDesk } from "../desk/desk";
import type { Incident } from "../generated/handhaving/dispatch/v1/incident_pb";
import { sharedNumbers } from "../incident/numbers";
import { Key } from "../keys/Key";
import { LentHere } from "../loans/LentHere";
import { useRows } from "../look/useRows";
import { canDraw } from "../map/drawing";
import { useStore } from "../time/store";
import { useDutyOver } from "./dutyOver";
import { unitGroupOf, unitGroups, unitsInOrder } from "./order";
import { UnitRow } from "./UnitRow";
import "./units.css";

/** All units on duty: who calls, who is free, who is busy and on what, who cannot be sent. */
export function UnitPanel() {
  const { t } = useTranslation();
  const { catalog, selection } = useDesk();
  const units = useFeedPart((feed) => feed.board.units);
  const incidents = useFeedPart((feed) => feed.board.incidents);
  const isComplete = useFeedPart((feed) => feed.board.complete);
  const live = useFeedPart(isLive);
  useStore(catalog);
  const shared = useMemo(() => sharedNumbers(incidents.values()), [incidents]);
  const placeOf = (job: Incident | undefined) => job && shared.has(job.number) ? catalog.municipalityName(municipalityOf(job.name) ?? "") : "";
  const sorted = useMemo(() => unitsInOrder(units.values()), [units]);
  const over = useDutyOver();
  const groups = useMemo(() => unitGroups.map((group) => ({ group, members: sorted.filter((unit) => unitGroupOf(unit, over.has(unit.name)) === group) })), [sorted, over]);
  const names = useMemo(() => groups.flatMap(({ members }) => members.map(({ name }) => name)), [groups]);
  const rows = useRows(names, undefined);
  return (
    <section className={live ? "panel units-panel" : "panel units-panel stale"} aria-labelledby="units-title">
      <header className="panel-head">
        <h2 id="units-title"><span className="unseen">{t("unit.title")}</span> <span className="quiet">{units.size}</span></h2>
        <span className="filler" />
        <button type="button" onClick={selection.loans}>{t("loan.title")} <kbd>/l</kbd></button>
        <button type="button" onClick={() => selection.duty()}>{t("duty.signOn")} <Key of="duty" /></button>
      </header>
      <div className="panel-body" onKeyDown={rows.onKeyDown}>
        <LentHere />
        {groups.filter(({ members }) => members.length > 0).map(({ group, members }) => (
          <section key={group} aria-label={t(`unit.group.${group}`)}>
            <h3>{t(`unit.group.${group}`)} <span>{members.length}</span></h3>
            <ul>
              {members.map((unit) => {
                const job = incidents.get(incidentOf(unit.assignment));
                return (
                  <UnitRow
                    key={unit.name} unit={unit} owner={catalog.municipalityName(municipalityOf(unit.name) ?? "")} job={job?.number ?? ""} jobPlace={placeOf(job)} isDutyOver={over.has(unit.name)}
                    isEntry={unit.name === rows.entry} open={selection.open} openDuty={selection.duty}
                  />
                );
              })}
            </ul>
          </section>
        ))}
        {!canDraw() && <p className="nothing">{t("map.cannot")}</p>}
        {isComplete && units.size === 0 && <p className="nothing">{t("unit.nothing")}</p>}
      </div>
    </section>
  );
}
