import { useState } from "react";
import { useTranslation } from "react-i18next";
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

/** What was found as a file: it is read to the end first, which the platform logs as any reading. */
export function ExportBar({ search, service, owner, person }: Properties) {
  const { t } = useTranslation();
  const { phase } = useStore(search);
  const [said, setSaid] = useState("");
  const make = async (kind: keyof typeof kinds) => {
    setSaid("");
    await search.all(mostLines);
    const { phase: outcome, entries, reviews, reviewCounts } = search.state;
    const complete = outcome === "ended";
    if (!complete && (outcome !== "paused" || entries.length < mostLines)) return; // it failed, or somebody stopped it
    const now = new Date();
    const name = `${t("audit.fileName")}-${service}-${owner.replace("/", "-")}-${now.toISOString().slice(0, 19).replaceAll(":", "")}.${kind}`;
    const judged = { reviews, reviewCounts };
    const head = { service, tenant: owner, request: search.asked, exportTime: now.toISOString(), exportedBy: person.subject, complete };
    save(name, kinds[kind], kind === "csv" ? csvOf(entries, judged) : jsonOf(head, entries, judged));
    setSaid(t(complete ? "audit.saved" : "audit.savedPart", { lines: entries.length, name }));
  };
  return (
    <div className="audit-export">
      {(["csv", "json"] as const).map((kind) => <button key={kind} disabled={phase === "reading"} onClick={() => void make(kind)}>{t(`audit.export.${kind}`)}</button>)}
      <p role="status">{said}</p>
    </div>
  );
}
