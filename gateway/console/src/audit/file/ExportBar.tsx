import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ReasonForm } from "../../asking/ReasonForm";
import { TextField } from "../../asking/TextField";
import type { Person } from "../../session/person";
import { useStore } from "../../time/store";
import { csvOf, jsonOf } from "./files";
import { save } from "./save";
import type { LogService } from "../log";
import type { Search } from "../search";

const mostLines = 50_000;

const kinds = { csv: "text/csv;charset=utf-8", json: "application/json" } as const;

interface Properties {
  search: Search;
  service: LogService;
  owner: string;
  person: Person;
}

/** What was found as a file: it is read anew to the end for that, and the platform logs why and for whom. */
export function ExportBar({ search, service, owner, person }: Properties) {
  const { t } = useTranslation();
  const { phase } = useStore(search);
  const [said, setSaid] = useState("");
  const [asking, setAsking] = useState<keyof typeof kinds>();
  const [recipient, setRecipient] = useState(person.name);
  const make = async (kind: keyof typeof kinds, reason: string) => {
    setSaid("");
    setAsking(undefined);
    await search.export(mostLines, { reason, recipient: recipient.trim() });
    const { phase: outcome, entries, reviews, reviewCounts } = search.state;
    const complete = outcome === "ended";
    if (!complete && (outcome !== "paused" || entries.length < mostLines)) return; // it failed, or somebody stopped it
    const now = new Date();
    const name = `${t("audit.fileName")}-${service}-${owner.replace("/", "-")}-${now.toISOString().slice(0, 19).replaceAll(":", "")}.${kind}`;
    const judged = { reviews, reviewCounts };
    const head = { service, tenant: owner, request: search.asked, exportTime: now.toISOString(), exportedBy: person.subject, reason, recipient: recipient.trim(), complete };
    save(name, kinds[kind], kind === "csv" ? csvOf(entries, judged) : jsonOf(head, entries, judged));
    setSaid(t(complete ? "audit.saved" : "audit.savedPart", { lines: entries.length, name }));
  };
  return (
    <div className="audit-export">
      {(["csv", "json"] as const).map((kind) => <button key={kind} disabled={phase === "reading" || phase === "idle"} aria-expanded={asking === kind} onClick={() => setAsking(asking === kind ? undefined : kind)}>{t(`audit.export.${kind}`)}</button>)}
      {asking && (
        <>
          <TextField label={t("audit.export.recipient")} value={recipient} most={200} onChange={setRecipient} />
          <ReasonForm label={t("audit.export.reason")} confirm={t(`audit.export.${asking}`)} most={500} onSubmit={(reason) => { if (recipient.trim() !== "") void make(asking, reason); }} onLeave={() => setAsking(undefined)} />
        </>
      )}
      <p role="status">{said}</p>
    </div>
  );
}
