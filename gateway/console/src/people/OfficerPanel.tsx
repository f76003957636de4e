import type { Client } from "@connectrpc/connect";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Officer } from "../generated/handhaving/capacity/v1/people_pb";
import type { PeopleService } from "../generated/handhaving/capacity/v1/people_service_pb";
import { dayOfDate, sayDate } from "../time/date";
import { minuteOf } from "../time/stretch";
import { AbsencePart } from "./absences/AbsencePart";
import { domainKey } from "./keys";
import type { PeopleNames } from "./names";

interface Properties {
  client: Client<typeof PeopleService>;
  officer: Officer;
  names: PeopleNames;
  today: string;
  onDone: (officer: Officer | undefined) => void;
  onReadAgain: () => void;
  onClose: () => void;
}

/** One person: contracts, powers and absences. */
export function OfficerPanel({ client, officer, names, today, onDone, onReadAgain, onClose }: Properties) {
  const { t } = useTranslation();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), [officer.name]);
  return (
    <section className="panel officer" aria-labelledby="officer-title" onKeyDown={(event) => { if (event.key === "Escape" && !event.defaultPrevented) onClose(); }}>
      <div className="panel-head">
        <h3 id="officer-title" ref={title} tabIndex={-1}>{officer.displayName}</h3>
        <button onClick={onClose}>{t("people.close")} <kbd>{t("key.escape")}</kbd></button>
      </div>
      <div className="officer-body">
        <p className="quiet">{t("people.changed", { who: officer.updatedBy, time: minuteOf(officer.updateTime) })}</p>
        <section aria-labelledby="contracts-title">
          <h4 id="contracts-title">{t("people.contracts")}</h4>
          <ul>{officer.contracts.map(({ function: of, weeklyHours, validFrom, validUntil, nightExempt, trainee }, at) => <li key={at}>{t("people.contract", { function: names.functionOf(of), hours: weeklyHours, from: sayDate(dayOfDate(validFrom)), until: validUntil ? sayDate(dayOfDate(validUntil)) : t("people.noEnd") })}{nightExempt && ` ${t("people.nightExempt")}`}{trainee && ` ${t("people.trainee")}`}</li>)}</ul>
        </section>
        <section aria-labelledby="powers-title">
          <h4 id="powers-title">{t("people.powers")}</h4>
          <ul>{officer.appointments.map(({ domain, territory, validFrom, validUntil, modules, useOfForceUntil }, at) => <li key={at} className={dayOfDate(validUntil) < today ? "past" : undefined}>{t("people.power", { domain: t(`people.domain.${domainKey(domain)}`), territory: territory.map(names.placeOf).join(", "), from: sayDate(dayOfDate(validFrom)), until: sayDate(dayOfDate(validUntil)) })} <span className="quiet">{t("people.modules", { count: modules.length })}{useOfForceUntil && ` ${t("people.force", { until: sayDate(dayOfDate(useOfForceUntil)) })}`}</span></li>)}</ul>
        </section>
        <AbsencePart client={client} officer={officer} functionOf={names.functionOf} today={today} onDone={onDone} onReadAgain={onReadAgain} />
      </div>
    </section>
  );
}
