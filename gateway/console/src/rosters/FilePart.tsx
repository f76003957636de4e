import type { Client } from "@connectrpc/connect";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useActing } from "../acting/acting";
import { TroubleBox } from "../acting/TroubleBox";
import { save } from "../audit/file/save";
import { RosterState, type Roster } from "../generated/handhaving/capacity/v1/roster_pb";
import type { RosterService } from "../generated/handhaving/capacity/v1/roster_service_pb";
import { CsvPart } from "../tables/CsvPart";
import { dayOfDate } from "../time/date";
import type { BoardRow } from "./board/rows";

interface Properties {
  client: Client<typeof RosterService>;
  roster: Roster;
  rows: readonly BoardRow[];
  isUnkept: boolean;
  onImported: () => void;
}

const columns = "officer, function, unit, activity, start_time, end_time, break_minutes, pinned, note";

/** A roster as a file, out and, of a draft, in; somebody's published shifts as a calendar. */
export function FilePart({ client, roster, rows, isUnkept, onImported }: Properties) {
  const { t } = useTranslation();
  const { acts } = useActing();
  const [officer, setOfficer] = useState(rows[0]?.officer ?? "");
  const place = `file ${roster.name}`;
  const name = `${roster.staffTeam}-${dayOfDate(roster.firstDay)}`;
  const exportShifts = () => acts.run(place, t("roster.file.saved"), async () => save(`${name}.csv`, "text/csv;charset=utf-8", (await client.exportShifts({ name: roster.name })).csv));
  const exportCalendar = () => acts.run(place, t("roster.file.saved"), async () => save(`${officer.split("/").at(-1) ?? name}.ics`, "text/calendar;charset=utf-8", (await client.exportCalendar({ name: officer })).calendar));
  return (
    <details className="panel file">
      <summary>{t("roster.file.title")}</summary>
      <div className="file-out">
        <button disabled={isUnkept} onClick={() => void exportShifts()}>{t("roster.file.csv")}</button>
        <label className="field">{t("roster.file.whose")}<select value={officer} onChange={(event) => setOfficer(event.target.value)}>{rows.map((row) => <option key={row.officer} value={row.officer}>{row.name}</option>)}</select></label>
        <button disabled={officer === ""} onClick={() => void exportCalendar()}>{t("roster.file.calendar")}</button>
        <p className="quiet">{t("roster.file.aboutCalendar")}</p>
      </div>
      <TroubleBox place={place} />
      {roster.state === RosterState.DRAFT && (
        <CsvPart place={`import ${roster.name}`} columns={columns} isBlocked={isUnkept} send={async (csv, validateOnly, requestId) => {
          const answer = await client.importShifts({ name: roster.name, etag: roster.etag, csv, validateOnly, requestId });
          if (answer.imported) onImported();
          return answer;
        }} />
      )}
    </details>
  );
}
