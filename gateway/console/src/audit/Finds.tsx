import { useState } from "react";
import { useTranslation } from "react-i18next";
import { readingAdviceOf } from "../acting/advice";
import { FailureBox } from "../acting/FailureBox";
import type { Person } from "../session/person";
import { useNow } from "../time/clock";
import { useStore } from "../time/store";
import { EntryDetail } from "./line/EntryDetail";
import { EntryTable } from "./line/EntryTable";
import { ExportBar } from "./file/ExportBar";
import type { Filters } from "./asking/filters";
import type { Log, LogService } from "./log";
import { dueIn } from "./review/review";
import { ReviewBox } from "./review/ReviewBox";
import { useAge } from "./review/useAge";

interface Properties {
  log: Log;
  service: LogService;
  owner: string;
  person: Person;
  onSearch: (filters: Partial<Filters>) => void;
}

const mostDrawn = 1_000;

/** What was found, and one line of it with all that it holds. */
export function Finds({ log, service, owner, person, onSearch }: Properties) {
  const { t } = useTranslation();
  const { search, signInBeside } = log;
  const { phase, entries, reviews, failure } = useStore(search);
  const [opened, setOpened] = useState<bigint>();
  const due = dueIn(entries, (line) => reviews.has(line), useNow());
  const sayAge = useAge();
  const entry = entries.find((one) => one.sequence === opened);
  if (phase === "idle") return <p className="nothing">{t("audit.idle")}</p>;
  return (
    <>
      <div className="audit-found">
        <p role="status">{t(`audit.found.${phase}`, { lines: entries.length })}</p>
        {due.count > 0 && <p className="due">{t("audit.dueTotal", { count: due.count, age: sayAge(due.oldest) })}</p>}
        {phase === "reading" && <button onClick={search.stop}>{t("audit.stop")}</button>}
        {phase === "paused" && <button onClick={() => void search.more()}>{t("audit.more")}</button>}
        <ExportBar search={search} service={service} owner={owner} person={person} />
      </div>
      {failure && <FailureBox failure={failure} advice={readingAdviceOf(failure)} retry={() => void search.more()} signInBeside={signInBeside} />}
      {entries.length > mostDrawn && <p className="quiet">{t("audit.drawn", { lines: mostDrawn })}</p>}
      {entries.length > 0 && (
        <div className="audit-result">
          <EntryTable entries={entries.slice(0, mostDrawn)} isJudged={(line) => reviews.has(line)} opened={opened} onOpen={setOpened} />
          {entry && <EntryDetail entry={entry} onSearch={onSearch} onClose={() => setOpened(undefined)}><ReviewBox key={entry.sequence.toString()} entry={entry} log={log} owner={owner} person={person} /></EntryDetail>}
        </div>
      )}
    </>
  );
}
