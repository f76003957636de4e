import type { Client } from "@connectrpc/connect";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { ConflictState, DecisionState, OptionKind, type Conflict, type Decision } from "../../generated/handhaving/capacity/v1/triangle_pb";
import type { TriangleService } from "../../generated/handhaving/capacity/v1/triangle_service_pb";
import type { Person } from "../../session/person";
import { millisecondsOf } from "../../time/timestamp";
import { fullMoment } from "../../time/words";
import { changedSince } from "../options/effects";
import { decisionKey, kindKey } from "../keys";
import { minuteOf } from "../../time/stretch";
import type { Names } from "../names";
import { isPending } from "./seats";
import { useEffectWords } from "../options/useEffectWords";
import { DecisionActs } from "./DecisionActs";
import { VoteBox } from "./VoteBox";

/** What the card of any decision needs. */
export interface CardProperties {
  client: Client<typeof TriangleService>;
  person: Person;
  names: Names;
  onChanged: () => void;
}

interface Properties extends CardProperties {
  decision: Decision;
  /** Its conflict as it is now; undefined where that was not read. */
  conflict: Conflict | undefined;
  /** Opens its conflict; undefined where that is open. */
  onOpen: (() => void) | undefined;
}

/** One decision: what, why, for how long, with what effects, and who voted what. */
export function DecisionCard({ decision, conflict, client, person, names, onChanged, onOpen }: Properties) {
  const { t } = useTranslation();
  const say = useEffectWords(names);
  const { option, state, votes } = decision;
  const article = useRef<HTMLElement>(null);
  const acted = (isDone: boolean) => {
    if (isDone) article.current?.focus(); // what was acted with may go away
    onChanged();
  };
  const effects = option?.effects;
  const kind = t(`conflict.option.kind.${kindKey(option?.kind ?? OptionKind.UNSPECIFIED)}`);
  const time = (at: typeof decision.createTime) => (at ? fullMoment(millisecondsOf(at)) : "");
  const isOver = isPending(decision) && conflict?.state === ConflictState.ENDED;
  const changed = isPending(decision) && !isOver ? changedSince(option, conflict) : [];
  const lines = effects ? [
    ...(effects.askedCount > 0 ? [`${t("conflict.option.line.given")}: ${say.given(effects)}`] : []),
    ...say.breaches(effects).map((line) => `${t("conflict.option.line.breaches")}: ${line}`),
    ...effects.notDone.map((one) => `${t("conflict.option.line.notDone")}: ${say.notDone(one)}`),
  ] : [];
  return (
    <article ref={article} tabIndex={-1} className="decision-card" data-name={decision.name} aria-label={kind}>
      <header>
        <strong>{kind}</strong>
        <span className={`decision-state ${decisionKey(state)}`}>{t(`conflict.decision.state.${decisionKey(state)}`)}</span>
        {onOpen && <button onClick={onOpen}>{t("conflict.decision.about")}</button>}
      </header>
      <p>{t("conflict.decision.motive", { motive: decision.motive })}</p>
      <p className="quiet">{t("conflict.decision.valid", { from: minuteOf(decision.startTime), to: minuteOf(decision.endTime) })} {t("conflict.decision.proposed", { who: decision.proposedBy, time: time(decision.createTime) })}</p>
      {option?.kind === OptionKind.LOWER_WATERLINE && <p>{t("conflict.decision.waterline", { function: names.functionOf(option.function), minimum: option.minimum })}</p>}
      {option && option.assistanceTeam !== "" && <p>{t("conflict.decision.assistance", { team: option.assistanceTeam })}</p>}
      {option && option.shiftSeconds !== 0n && <p>{say.shift(option)}</p>}
      {lines.length > 0 && <><h5>{t("conflict.decision.effects")}</h5><ul className="effect-lines">{lines.map((line) => <li key={line}>{line}</li>)}</ul></>}
      {isOver && <p className="over">{t("conflict.decision.over")}</p>}
      {changed.length > 0 && <p className="changed-line">{t("conflict.decision.changed", { what: changed.map((line) => t(`conflict.option.line.${line}`).toLowerCase()).join(", ") })}</p>}
      {state === DecisionState.WITHDRAWN && <p>{t("conflict.decision.withdrawn", { who: decision.updatedBy, time: time(decision.updateTime), reason: decision.withdrawReason })}</p>}
      {state === DecisionState.EXECUTED && <p className="quiet">{t("conflict.decision.executed", { time: time(decision.updateTime) })}</p>}
      {votes.length > 0 && <VoteBox decision={decision} client={client} person={person} names={names} isOver={isOver} onActed={acted} />}
      {isPending(decision) && <DecisionActs decision={decision} client={client} person={person} onActed={acted} />}
    </article>
  );
}
