import { useTranslation } from "react-i18next";
import { usePlatformNow } from "../board/freshness";
import { useDesk } from "../desk/desk";
import { useFailureText } from "../contracts/useFailureText";
import type { Incident, TimelineChange, TimelineEntry } from "../generated/handhaving/dispatch/v1/incident_pb";
import { millisecondsOf } from "../time/timestamp";
import { moment } from "../time/words";
import { entryKey } from "./entries";
import { Told } from "./Told";
import { useTimeline } from "./useTimeline";

/** What happened to an incident, the latest first. */
export function Timeline({ incident }: { incident: Incident }) {
  const { t } = useTranslation();
  const { clients } = useDesk();
  const { entries, failure } = useTimeline(clients.incidents, incident.name, incident.etag);
  const textOf = useFailureText();
  return (
    <section aria-labelledby="timeline-title" className="timeline">
      <h3 id="timeline-title">{t("incident.timeline")}</h3>
      {failure && <p className="problem-line">{textOf(failure)}</p>}
      <ol>{entries.toReversed().map((entry) => <Entry key={entry.sequence.toString()} entry={entry} incident={incident} />)}</ol>
    </section>
  );
}

function Entry({ entry, incident }: { entry: TimelineEntry; incident: Incident }) {
  const { t } = useTranslation();
  const now = usePlatformNow();
  const at = entry.occurredTime && millisecondsOf(entry.occurredTime);
  const unit = incident.assignments.find((assignment) => assignment.unit === entry.unit)?.callSign ?? entry.unit.split("/").at(-1);
  return (
    <li>
      {at !== undefined && <time>{moment(at, now)}</time>}
      <span>
        <strong>{t(`entry.${entryKey(entry.kind)}`)}</strong> {unit}
        {entry.text !== "" && <span> {entry.text}</span>}
        {entry.changes.map((change) => <Change key={change.field} change={change} incident={incident.name} />)}
        <span className="quiet"> {entry.actor}</span> {at !== undefined && <Told at={at} by={entry.reportedBy} recorded={entry.recordedTime} />}
      </span>
    </li>
  );
}

function Change({ change, incident }: { change: TimelineChange; incident: string }) {
  const { catalog } = useDesk();
  const [from, to] = catalog.changeNames(change, incident);
  return <span className="change"> {from === "" ? "" : `${from} → `}{to}</span>;
}
