import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { OwnerField } from "../asking/OwnerField";
import { ownersOf } from "../session/owners";
import { PageFrame } from "../shell/PageFrame";
import type { PageProperties } from "../shell/pages";
import { ChainPanel } from "./ChainPanel";
import { FilterForm } from "./FilterForm";
import { Finds } from "./Finds";
import { problemOf, requestOf, usualFilters, type Filters } from "./filters";
import { openLog } from "./log";
import "./audit.css";

/** The audit log for its readers: search, review, export, and whether its chain is whole. */
export default function AuditPage({ session, person }: PageProperties) {
  const { t } = useTranslation();
  const [log] = useState(() => openLog(session));
  const owners = ownersOf(person);
  const [owner, setOwner] = useState(owners[0] ?? "");
  const [filters, setFilters] = useState(() => usualFilters(Date.now()));
  useEffect(() => () => { log.search.stop(); log.chain.stop(); }, [log]);

  const search = (asked: Filters) => {
    setFilters(asked);
    if (problemOf(asked) === undefined) void log.search.start(requestOf(owner, asked));
  };
  const choose = (other: string) => {
    setOwner(other);
    log.search.clear();
    log.chain.clear();
  };
  return (
    <PageFrame session={session} person={person} title={t("audit.title")}>
      <p className="audit-notice">{t("audit.logged")}</p>
      {owners.length === 0 ? <p>{t("session.noTeam")}</p> : (
        <>
          <div className="audit-whose">
            <OwnerField owners={owners} owner={owner} onChange={choose} />
            <ChainPanel log={log} owner={owner} />
          </div>
          <FilterForm filters={filters} onChange={setFilters} onSearch={search} />
          <Finds log={log} owner={owner} person={person} onSearch={(more) => search({ ...filters, ...more })} />
        </>
      )}
    </PageFrame>
  );
}
