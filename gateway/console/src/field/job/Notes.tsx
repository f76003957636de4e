import { useTranslation } from "react-i18next";
import type { Incident } from "../../generated/handhaving/dispatch/v1/incident_pb";
import { useTimeline } from "../../history/useTimeline";
import { millisecondsOf } from "../../time/timestamp";
import { timeOfDay } from "../../time/words";
import { useField } from "../field";

const told = new Set(["NotePosted", "ReporterAnswered"]);

/** What others noted of the incident, the newest first: a danger that was seen there stands nowhere else. */
export function Notes({ incident }: { incident: Incident }) {
  const { t } = useTranslation();
  const { entries, failure } = useTimeline(useField().clients.incidents, incident.name, incident.etag);
  const notes = entries.filter(({ kind, text }) => told.has(kind) && text !== "").toReversed();
  if (failure) return <p className="quiet">{t("field.noNotes")}</p>;
  if (notes.length === 0) return null;
  return (
    <>
      <h3>{t("field.notes")}</h3>
      <ul className="notes">{notes.map(({ sequence, occurredTime, text }) => <li key={String(sequence)}>{occurredTime && <time>{timeOfDay(millisecondsOf(occurredTime))}</time>} {text}</li>)}</ul>
    </>
  );
}
