import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { isLive, useFeedPart } from "../board/freshness";
import { municipalityOf } from "../contracts/names";
import { useDesk } from "../desk/desk";
import { Key } from "../keys/Key";
import { useRows } from "../look/useRows";
import { useStore } from "../time/store";
import { IncidentRow } from "./IncidentRow";
import { groupOf, groups, inOrder, matches } from "./order";
import "./queue.css";

/** All incidents of the board, what must be acted on first. */
export function QueuePanel() {
  const { t } = useTranslation();
  const { catalog, selection } = useDesk();
  const incidents = useFeedPart((feed) => feed.board.incidents);
  const isComplete = useFeedPart((feed) => feed.board.complete);
  const live = useFeedPart(isLive);
  const { incident: opened, words } = useStore(selection);
  const lists = useStore(catalog);
  const shown = useMemo(
    () => inOrder([...incidents.values()].filter((one) => matches(words, [one.number, one.description, one.location?.description ?? "", catalog.kindName(one), catalog.municipalityName(municipalityOf(one.name) ?? "")]))),
    [incidents, words, lists, catalog], // eslint-disable-line react-hooks/exhaustive-deps -- the names come from the lists
  );
  const names = useMemo(() => groups.flatMap((group) => shown.filter((one) => groupOf(one) === group).map((one) => one.name)), [shown]);
  const rows = useRows(names, opened);
  return (
    <section className={live ? "panel queue" : "panel queue stale"} aria-labelledby="queue-title">
      <header className="panel-head">
        <h2 id="queue-title"><span className="unseen">{t("queue.title")}</span> <span className="quiet">{incidents.size}</span></h2>
        <input type="search" className="filter" aria-label={t("queue.filter")} placeholder={t("queue.filter")} value={words} onChange={(event) => selection.seek(event.target.value)} />
        <button type="button" onClick={selection.lookBack}>{t("past.title")} <Key of="past" /></button>
      </header>
      <div className="panel-body" onKeyDown={rows.onKeyDown}>
        {groups.map((group) => {
          const members = shown.filter((incident) => groupOf(incident) === group);
          return members.length === 0 ? null : (
            <section key={group} aria-label={t(`queue.group.${group}`)}>
              <h3>{t(`queue.group.${group}`)} <span>{group === "waiting" && <button type="button" data-act="order" onClick={selection.order}>{t("order.open")} <Key of="order" /></button>} {members.length}</span></h3>
              <ul>
                {members.map((incident) => (
                  <IncidentRow
                    key={incident.name} incident={incident} type={catalog.kindName(incident)} municipality={catalog.municipalityName(municipalityOf(incident.name) ?? "")}
                    isOpen={incident.name === opened} isEntry={incident.name === rows.entry} open={selection.open}
                  />
                ))}
              </ul>
            </section>
          );
        })}
        {isComplete && shown.length === 0 && <p className="nothing">{t(words === "" ? "queue.nothing" : "queue.nothingFound")}</p>}
      </div>
    </section>
  );
}
