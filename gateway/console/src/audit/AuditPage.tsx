import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { ActingContext } from "../acting/acting";
import { Guard } from "../acting/Guard";
import { OwnerField } from "../asking/OwnerField";
import { useMunicipalityNames } from "../catalog/useMunicipalityNames";
import { ownersOf } from "../session/owners";
import { Done } from "../shell/Done";
import { pageActing } from "../shell/pageActing";
import { PageFrame } from "../shell/PageFrame";
import type { PageProperties } from "../shell/pages";
import { FilterForm } from "./asking/FilterForm";
import { problemOf, requestOf, usualFilters, type Filters } from "./asking/filters";
import { ServiceField } from "./asking/ServiceField";
import { ChainPanel } from "./chain/ChainPanel";
import { Finds } from "./Finds";
import { openLogs, type LogService } from "./log";
import "./audit.css";
import "../words/pages/audit";

/** The audit log for its readers: search, review, export, and whether its chain is whole. */
export default function AuditPage({ session, person }: PageProperties) {
  const { t } = useTranslation();
  const [logs] = useState(() => openLogs(session));
  const [acting] = useState(() => pageActing(session));
  const [service, setService] = useState<LogService>("dispatch");
  const log = logs[service];
  const names = useMunicipalityNames(session);
  const owners = ownersOf(person);
  const [owner, setOwner] = useState(owners[0] ?? "");
  const [filters, setFilters] = useState(() => usualFilters(Date.now()));
  useEffect(() => () => { log.search.clear(); log.chain.clear(); }, [log]);

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
    <ActingContext value={acting}><PageFrame session={session} person={person} title={t("audit.title")}>
      <p className="audit-notice">{t("audit.logged")}</p>
      {owners.length === 0 ? <p>{t("session.noTeam")}</p> : (
        <>
          <div className="audit-whose">
            <ServiceField service={service} onChange={setService} />
            <OwnerField owners={owners} owner={owner} names={names} onChange={choose} />
            <Guard part={t("audit.chain.title")}><ChainPanel key={service} log={log} owner={owner} /></Guard>
          </div>
          <FilterForm filters={filters} onChange={setFilters} onSearch={search} />
          <Guard part={t("audit.title")}><Finds key={service} log={log} service={service} owner={owner} person={person} onSearch={(more) => search({ ...filters, ...more })} /></Guard>
        </>
      )}
      <Done />
    </PageFrame></ActingContext>
  );
}
