import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { readingAdviceOf } from "../acting/advice";
import { FailureBox } from "../acting/FailureBox";
import { TroubleBox } from "../acting/TroubleBox";
import { isLive, useFeedPart, usePlatformNow } from "../board/freshness";
import { municipalityOf } from "../contracts/names";
import { useDesk } from "../desk/desk";
import { Key } from "../keys/Key";
import { groupOf, isOffered } from "../queue/order";
import { useStore } from "../time/store";
import { timeOfDay } from "../time/words";
import { merged } from "./merged";
import { OrderRow } from "./OrderRow";
import "./ordering.css";
import { useOrder } from "./useOrder";

/** Who goes first: what waits, in the order in which it gets the free units, each with the unit that it gets. */
export function OrderPanel() {
  const { t } = useTranslation();
  const { acts, person, selection, signInBeside } = useDesk();
  const { troubles } = useStore(acts);
  const live = useFeedPart(isLive);
  const incidents = useFeedPart(({ board }) => board.incidents);
  const now = usePlatformNow();
  const { orders, waiting, readAt, failure, isReading, again } = useOrder();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const ordered = merged(orders ?? [], now).filter(({ entry }) => { const known = incidents.get(entry.incident); return known !== undefined && groupOf(known) === "waiting" && !isOffered(known); });
  const told = orders?.flat().length ?? 0;
  const waitingHere = [...incidents.values()].filter((one) => groupOf(one) === "waiting");
  const unjudged = waitingHere.filter(({ priority }) => priority === 0).length;
  const elsewhere = waitingHere.filter(({ name }) => !person.municipalities.includes(municipalityOf(name) ?? "")).length;
  const first = ordered.findIndex(({ entry, takenBy }) => entry.pick !== undefined && takenBy === undefined);
  const names = ordered.map(({ entry }) => entry.incident).join(" ");
  // What was sent leaves the list, and its button with it: the focus stays here.
  useEffect(() => { const page = title.current?.ownerDocument; if (page?.activeElement === page?.body) title.current?.focus(); }, [names]);
  return (
    <section className={live ? "panel order" : "panel order stale"} aria-labelledby="order-title" onKeyDown={(event) => { if (event.key === "Escape" && !event.defaultPrevented) selection.leave(); }}>
      <header className="panel-head">
        <h2 id="order-title" ref={title} tabIndex={-1}>{t("order.title")}</h2>
        <span className="filler" />
        {readAt !== 0 && <span className="quiet">{timeOfDay(readAt)}</span>}
        <button type="button" data-act="again" onClick={again}>{t("order.again")} <Key of="again" /></button>
        <button type="button" onClick={selection.leave}>{t("act.leave")} <kbd>{t("key.escape")}</kbd></button>
      </header>
      <div className="panel-body">
        <p className="order-about quiet">{t("order.about")}</p>
        {failure && <FailureBox failure={failure} advice={readingAdviceOf(failure)} retry={again} signInBeside={signInBeside} />}
        <p className="unseen" role="status">{orders ? t("order.count", { count: ordered.length }) : isReading ? t("order.reading") : ""}</p>
        {orders && ordered.length === 0 && elsewhere === 0 && <p className="nothing">{t("order.nothing")}</p>}
        {!orders && isReading && <p className="nothing">{t("order.reading")}</p>}
        {[...troubles.keys()].filter((place) => place.includes("/incidents/")).map((place) => <TroubleBox key={place} place={place} />)}
        <ol>{ordered.map((one, at) => <OrderRow key={one.entry.incident} ordered={one} place={at + 1} isFirst={at === first} refused={again} />)}</ol>
        {orders && waiting > told && <p className="order-about quiet">{t("order.more", { count: waiting - told })}</p>}
        {elsewhere > 0 && <p className="order-about quiet">{t("order.elsewhere", { count: elsewhere })}</p>}
        {unjudged > 0 && <p className="order-about quiet">{t("order.unjudged", { count: unjudged })}</p>}
      </div>
    </section>
  );
}
