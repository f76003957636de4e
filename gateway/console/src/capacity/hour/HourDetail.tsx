import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { millisecondsOf } from "../../time/timestamp";
import { fullMoment } from "../../time/words";
import type { Claims } from "../claims";
import type { Clients } from "../clients";
import { isKnown, quarterLength, type Cell } from "../calendar/heat";
import { sayDay } from "../calendar/period";
import { ClaimList } from "./ClaimList";
import { ExplainedPeople } from "./ExplainedPeople";
import { LossList } from "./LossList";
import { QuarterTable } from "./QuarterTable";
import { clockOf } from "./quarterWords";
import { WaterlineForm } from "./WaterlineForm";

interface Properties {
  cell: Cell;
  owner: string;
  code: string;
  clients: Clients;
  claims: Claims;
  /** What this person may do here beside reading; the platform decides. */
  may: { seePeople: boolean; changeWaterline: boolean; proposeWaterline: boolean };
  onClose: () => void;
  onChanged: () => void;
}

/** One hour, opened: its quarters with their layers, why they are what they are, and who has the people. */
export function HourDetail({ cell, owner, code, clients, claims, may, onClose, onChanged }: Properties) {
  const { t, i18n } = useTranslation();
  const title = useRef<HTMLHeadingElement>(null);
  const { day, quarters } = cell;
  useEffect(() => title.current?.focus(), [day, cell.hour]);
  const [start, end] = [quarters[0]?.start ?? 0, (quarters.at(-1)?.start ?? 0) + quarterLength];
  const parent = `${owner}/functions/${code}`;
  const unknown = quarters.filter(({ block }) => !isKnown(block));
  const reports = new Map(quarters.flatMap(({ block }) => (isKnown(block) && block.reportTime ? [[`${block.reportedBy} ${block.reportTime.seconds}`, { who: block.reportedBy, time: fullMoment(millisecondsOf(block.reportTime)) }] as const] : [])));
  const waived = Math.max(0, ...quarters.map(({ block }) => block?.waived ?? 0));
  return (
    <section className="panel hour" aria-labelledby="hour-title" onKeyDown={(event) => { if (event.key === "Escape" && !event.defaultPrevented) onClose(); }}>
      <div className="panel-head">
        <h3 id="hour-title" ref={title} tabIndex={-1}>{t("capacity.hour.title", { day: sayDay(day, i18n.language, "long"), from: clockOf(start), to: clockOf(end) })}</h3>
        <button onClick={onClose}>{t("capacity.hour.close")} <kbd>{t("key.escape")}</kbd></button>
      </div>
      <div className="hour-body">
        {unknown.length > 0 && <p className="unknown-line">{t("capacity.hour.unknown", { times: unknown.map((quarter) => clockOf(quarter.start)).join(", ") })}</p>}
        <QuarterTable quarters={quarters} />
        {waived > 0 && <p>{t("capacity.hour.waived", { count: waived })}</p>}
        {[...reports].map(([key, report]) => <p key={key} className="quiet">{t("capacity.hour.reported", report)}</p>)}
        <LossList quarters={quarters} />
        {may.seePeople && <ExplainedPeople key={`people ${parent} ${start}`} client={clients.people} parent={parent} start={start} end={end} />}
        <ClaimList claims={claims} owner={owner} code={code} quarters={quarters} />
        {(may.changeWaterline || may.proposeWaterline) && <WaterlineForm key={`waterline ${parent} ${start}`} clients={clients} may={may} parent={parent} start={start} end={end} minimum={quarters[0]?.block?.waterline ?? 0} onChanged={onChanged} />}
      </div>
    </section>
  );
}
