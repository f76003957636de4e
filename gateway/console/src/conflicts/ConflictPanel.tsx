import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { ConflictState, OptionKind, type Conflict, type Decision } from "../generated/handhaving/capacity/v1/triangle_pb";
import { millisecondsOf } from "../time/timestamp";
import { dateFieldOf, fullMoment } from "../time/words";
import { CompetingTable } from "./CompetingTable";
import { DecisionCard, type CardProperties } from "./deciding/DecisionCard";
import { ProposeForm } from "./deciding/ProposeForm";
import { causeKey } from "./keys";
import { stretchOf } from "../time/stretch";
import { OptionTable } from "./options/OptionTable";
import { mayPrepare } from "./deciding/seats";

interface Properties {
  conflict: Conflict;
  decisions: readonly Decision[];
  /** What each decision's card needs. */
  card: CardProperties;
  onClose: () => void;
}

/** One conflict: what is short, all that compete, the options side by side, and the decisions about it. */
export function ConflictPanel({ conflict, decisions, card, onClose }: Properties) {
  const { t } = useTranslation();
  const { client, person, names, onChanged } = card;
  const title = useRef<HTMLHeadingElement>(null);
  const decided = useRef<HTMLHeadingElement>(null);
  const [chosen, setChosen] = useState<OptionKind>();
  const [displaced, setDisplaced] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => title.current?.focus(), []);
  const isOpen = conflict.state === ConflictState.OPEN;
  const canPrepare = isOpen && mayPrepare(person, conflict.name);
  const option = conflict.options.find(({ kind }) => kind === chosen);
  const choose = (kind: OptionKind) => {
    setChosen(kind);
    setDisplaced(new Set(kind === OptionKind.DISPLACE ? conflict.options.find((one) => one.kind === kind)?.displaced : []));
  };
  const first = conflict.shortages[0];
  const ledger = first && `/capacity?${new URLSearchParams({ of: first.owner, function: first.function, day: first.startTime ? dateFieldOf(millisecondsOf(first.startTime)).slice(0, 10) : "" }).toString()}`;
  return (
    <section className="panel conflict" aria-labelledby="conflict-title" onKeyDown={(event) => { if (event.key === "Escape" && !event.defaultPrevented) onClose(); }}>
      <div className="panel-head">
        <h3 id="conflict-title" ref={title} tabIndex={-1}>{first ? t("conflict.row", { function: names.functionOf(first.function), missing: Math.max(...conflict.shortages.map(({ missing }) => missing)) }) : t("conflict.list")}</h3>
        <span className={isOpen ? "conflict-state open" : "conflict-state"}>{t(isOpen ? "conflict.state.open" : "conflict.state.ended")}</span>
        <button onClick={onClose}>{t("conflict.close")} <kbd>{t("key.escape")}</kbd></button>
      </div>
      <div className="conflict-body">
        <ul>
          {conflict.shortages.map((one) => <li key={`${one.function} ${one.startTime?.seconds}`}>{t("conflict.shortage", { function: names.functionOf(one.function), count: one.missing, cause: t(`conflict.cause.${causeKey(one.cause)}`), ...stretchOf(one) })}</li>)}
        </ul>
        <p className="quiet">{conflict.raiseTime && t("conflict.raised", { time: fullMoment(millisecondsOf(conflict.raiseTime)), who: conflict.raisedBy })} {ledger && <a href={ledger}>{t("conflict.toLedger")}</a>}</p>
        {!isOpen && <p className="over">{t("conflict.ended")}</p>}
        <CompetingTable conflict={conflict} displaced={chosen === OptionKind.DISPLACE && canPrepare ? displaced : undefined} onDisplace={setDisplaced} />
        {conflict.options.length > 0 && <OptionTable conflict={conflict} names={names} chosen={chosen} onChoose={canPrepare ? choose : undefined} />}
        {option && canPrepare && (
          <ProposeForm key={option.kind} conflict={conflict} option={option} displaced={[...displaced]} client={client} onLeave={() => { setChosen(undefined); title.current?.focus(); }} onDone={() => { setChosen(undefined); decided.current?.focus(); onChanged(); }} />
        )}
        <section aria-labelledby="decisions-title" className="decisions">
          <h4 id="decisions-title" ref={decided} tabIndex={-1}>{t("conflict.decision.title")}</h4>
          {decisions.length === 0 && <p className="quiet">{t("conflict.decision.none")}</p>}
          {decisions.map((decision) => <DecisionCard key={decision.name} decision={decision} conflict={conflict} {...card} onOpen={undefined} />)}
        </section>
      </div>
    </section>
  );
}
