import { useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useActing } from "../acting/acting";
import { readingAdviceOf } from "../acting/advice";
import { FailureBox } from "../acting/FailureBox";
import { mayPrepare } from "../conflicts/deciding/seats";
import { ownersOf } from "../session/owners";
import type { Person } from "../session/person";
import { useNow } from "../time/clock";
import { useStore } from "../time/store";
import { timeOfDay } from "../time/words";
import type { Claims } from "./claims";
import type { Clients } from "./clients";
import { heatOf, type Cell } from "./calendar/heat";
import { HeatCalendar } from "./calendar/HeatCalendar";
import { HourDetail } from "./hour/HourDetail";
import { fresh, Ledger } from "./ledger";
import { Legend } from "./calendar/Legend";
import { dayOf, periodOf, sayPeriod, type Span } from "./calendar/period";

interface Properties {
  clients: Clients;
  claims: Claims;
  person: Person;
  owner: string;
  code: string;
  functionName: string;
  span: Span;
  day: string;
}

/** The calendar of one function with when it was read, and the hour that is opened. */
export function LedgerPanel({ clients, claims, person, owner, code, functionName, span, day }: Properties) {
  const { t, i18n } = useTranslation();
  const { signInBeside } = useActing();
  const now = useNow();
  const [ledger] = useState(() => new Ledger(clients.ledger));
  const { blocks, readAt, phase, failure } = useStore(ledger);
  const [opened, setOpened] = useState<{ day: string; hour: number }>();
  const calendar = useRef<HTMLDivElement>(null);
  const { first, start, end } = periodOf(span, day);
  const parent = `${owner}/functions/${code}`;
  const rows = useMemo(() => heatOf(periodOf(span, first), blocks), [span, first, blocks]);
  useEffect(() => void ledger.read({ parent, start, end }), [ledger, parent, start, end]);
  const cell = rows.flat().find((one) => one.day === opened?.day && one.hour === opened.hour);
  const isOld = readAt !== 0 && (failure !== undefined || now - readAt > fresh);
  const time = timeOfDay(readAt);
  const again = () => { void ledger.read({ parent, start, end }); void claims.read(); };
  const close = () => {
    setOpened(undefined);
    calendar.current?.querySelector<HTMLElement>("[role=gridcell][tabindex='0']")?.focus();
  };
  const isOwn = ownersOf(person).includes(owner);
  const may = { seePeople: isOwn && person.roles.includes("planner"), changeWaterline: isOwn && ["planner", "police-chief"].some((role) => person.roles.includes(role)), proposeWaterline: mayPrepare(person, owner) };
  return (
    <>
      <div className="read-bar">
        <p role="status">{phase === "reading" ? t("capacity.reading") : readAt !== 0 && !isOld ? t("capacity.readAt", { time }) : ""}</p>
        {isOld && <p className="due">{t(failure ? "capacity.oldFailed" : "capacity.old", { time })}</p>}
        <button disabled={phase === "reading"} onClick={again}>{t("capacity.readAgain")}</button>
        <Legend />
      </div>
      {failure && <FailureBox failure={failure} advice={readingAdviceOf(failure)} retry={again} signInBeside={signInBeside} />}
      {readAt !== 0 && (
        <div ref={calendar} className={cell ? "ledger opened" : "ledger"}>
          <div>
            <p className="how-to"><span className="quiet">{t("capacity.howTo")}</span> <a className="page-link" href={`/conflicts?${new URLSearchParams({ of: owner }).toString()}`}>{t("capacity.conflicts")}</a></p>
            <HeatCalendar key={`${span} ${first}`} rows={rows} label={t("capacity.calendar", { function: functionName, period: sayPeriod(periodOf(span, first), i18n.language) })} today={dayOf(now)} opened={cell} isStale={isOld} onOpen={(one: Cell) => setOpened({ day: one.day, hour: one.hour })} />
          </div>
          {cell && <HourDetail cell={cell} owner={owner} code={code} clients={clients} claims={claims} may={may} onClose={close} onChanged={again} />}
        </div>
      )}
    </>
  );
}
