import type { Client } from "@connectrpc/connect";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useActing } from "../acting/acting";
import { TroubleBox } from "../acting/TroubleBox";
import { save } from "../audit/file/save";
import { PeopleTable, type PeopleService } from "../generated/handhaving/capacity/v1/people_service_pb";
import { CsvPart } from "../tables/CsvPart";

interface Properties {
  client: Client<typeof PeopleService>;
  owner: string;
  onImported: () => void;
}

const tables = {
  officers: { table: PeopleTable.OFFICERS, columns: "officer, display_name, staff_team, function, other_functions, weekly_hours, fixed_free_days, night_exempt, trainee, valid_from, valid_until" },
  appointments: { table: PeopleTable.APPOINTMENTS, columns: "officer, domain, territory, valid_from, valid_until, modules, use_of_force_until" },
  absences: { table: PeopleTable.ABSENCES, columns: "officer, kind, start_time, end_time, certainty, borrower" },
} as const;

type Kind = keyof typeof tables;

/** People, powers or absences as a file, in and out. */
export function TablePart({ client, owner, onImported }: Properties) {
  const { t } = useTranslation();
  const { acts } = useActing();
  const [kind, setKind] = useState<Kind>("absences");
  const { table, columns } = tables[kind];
  const place = `people-file ${owner}`;
  const take = () => acts.run(place, t("people.file.saved"), async () => save(`${kind}-${owner.split("/").at(-1) ?? ""}.csv`, "text/csv;charset=utf-8", (await client.exportPeople({ parent: owner, table })).csv));
  return (
    <details className="panel people-file">
      <summary>{t("people.file.title")}</summary>
      <div className="file-out">
        <label className="field">{t("people.file.what")}<select value={kind} onChange={(event) => setKind(event.target.value as Kind)}>{(Object.keys(tables) as Kind[]).map((one) => <option key={one} value={one}>{t(`people.file.kind.${one}`)}</option>)}</select></label>
        <button onClick={() => void take()}>{t("people.file.save")}</button>
      </div>
      <TroubleBox place={place} />
      <CsvPart key={kind} place={`people-import ${owner} ${kind}`} columns={columns} isBlocked={false} send={async (csv, validateOnly, requestId) => {
        const answer = await client.importPeople({ parent: owner, table, csv, validateOnly, requestId });
        if (answer.imported) onImported();
        return answer;
      }} />
    </details>
  );
}
