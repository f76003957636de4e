import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useActing } from "../acting/acting";
import { TroubleBox } from "../acting/TroubleBox";
import { ImportOutcome } from "../generated/handhaving/capacity/v1/people_service_pb";
import { useStore } from "../time/store";
import type { Imported, SendRows } from "./imported";
import { RowReport } from "./RowReport";
import "./tables.css";

interface Properties {
  /** Where what goes wrong is shown. */
  place: string;
  columns: string;
  isBlocked: boolean;
  send: SendRows;
}

/** A file with rows: looked at first, then taken whole or not at all, with what becomes of each row. */
export function CsvPart({ place, columns, isBlocked, send }: Properties) {
  const { t } = useTranslation();
  const { acts } = useActing();
  const isBusy = useStore(acts).busy.has(place);
  const file = useRef<HTMLInputElement>(null);
  const [csv, setCsv] = useState("");
  const [told, setTold] = useState<Imported>();
  const ask = async (validateOnly: boolean) => {
    const answer = await acts.run(place, t(validateOnly ? "table.checked" : "table.taken"), async (requestId) => {
      const done = await send(csv, validateOnly, requestId);
      setTold(done);
      return done;
    });
    if (answer?.imported === true) setCsv("");
  };
  const canTake = told !== undefined && !told.imported && told.rows.length > 0 && told.rows.every(({ outcome }) => outcome !== ImportOutcome.REFUSED);
  return (
    <div className="csv">
      <p className="quiet">{t("table.columns", { columns })}</p>
      <label className="field">{t("table.file")}<input ref={file} type="file" accept=".csv,text/csv" onChange={(event) => { setTold(undefined); void event.target.files?.[0]?.text().then(setCsv); }} /></label>
      <label className="field">{t("table.rows")}<textarea rows={5} value={csv} maxLength={200_000} spellCheck={false} onChange={(event) => { setCsv(event.target.value); setTold(undefined); }} /></label>
      <div className="buttons">
        <button type="button" disabled={csv.trim() === "" || isBusy || isBlocked} onClick={() => void ask(true)}>{t("table.check")}</button>
        <button type="button" className="main" disabled={!canTake || csv.trim() === "" || isBusy || isBlocked} onClick={() => void ask(false)}>{t("table.take")}</button>
      </div>
      <TroubleBox place={place} />
      {told && <RowReport told={told} />}
    </div>
  );
}
