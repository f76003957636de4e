import type { Client } from "@connectrpc/connect";
import { useTranslation } from "react-i18next";
import { DecisionState, Stance, type Decision } from "../../generated/handhaving/capacity/v1/triangle_pb";
import type { TriangleService } from "../../generated/handhaving/capacity/v1/triangle_service_pb";
import type { Person } from "../../session/person";
import { millisecondsOf } from "../../time/timestamp";
import { fullMoment } from "../../time/words";
import { roleKey, stanceKey } from "../keys";
import type { Names } from "../names";
import { seatsOf } from "./seats";
import { VoteForm } from "./VoteForm";

interface Properties {
  decision: Decision;
  client: Client<typeof TriangleService>;
  person: Person;
  names: Names;
  /** True: its conflict is over, and nobody votes any more. */
  isOver: boolean;
  /** Called with whether it was done. */
  onActed: (isDone: boolean) => void;
}

/** The votes that a decision needs, and casting one's own while it is on the agenda. */
export function VoteBox({ decision, client, person, names, isOver, onActed }: Properties) {
  const { t } = useTranslation();
  const { votes, state } = decision;
  const isOpen = state === DecisionState.ON_AGENDA && !isOver;
  return (
    <div className="votes">
      <h5>{t("conflict.vote.title")}</h5>
      {isOpen && <p className="quiet">{t("conflict.vote.needed")}</p>}
      <ul>
        {votes.map(({ role, owner, stance, motive, votedBy, voteTime }) => (
          <li key={`${role} ${owner}`} data-stance={stanceKey(stance)}>
            <span>{t("conflict.vote.of", { role: t(`conflict.vote.role.${roleKey(role)}`), owner: names.ownerOf(owner) })}</span>
            <span className="stance">{t(`conflict.vote.stance.${stanceKey(stance)}`)}</span>
            {stance !== Stance.UNSPECIFIED && <span>{motive} <span className="quiet">{voteTime && t("conflict.vote.by", { who: votedBy, time: fullMoment(millisecondsOf(voteTime)) })}</span></span>}
          </li>
        ))}
      </ul>
      {isOpen && seatsOf(person, decision).map((role) => <VoteForm key={role} decision={decision} role={role} client={client} onActed={onActed} />)}
    </div>
  );
}
