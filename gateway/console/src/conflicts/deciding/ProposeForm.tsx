import { timestampFromMs } from "@bufbuild/protobuf/wkt";
import type { Client } from "@connectrpc/connect";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useActing } from "../../acting/acting";
import { TroubleBox } from "../../acting/TroubleBox";
import { ReasonForm } from "../../asking/ReasonForm";
import { TextField } from "../../asking/TextField";
import { OptionKind, type Conflict, type DecisionOption } from "../../generated/handhaving/capacity/v1/triangle_pb";
import type { TriangleService } from "../../generated/handhaving/capacity/v1/triangle_service_pb";
import { useNow } from "../../time/clock";
import { dateFieldOf, momentOfField } from "../../time/words";
import { reachOf } from "../options/effects";
import { kindKey } from "../keys";
import { problemOf } from "./proposal";

interface Properties {
  conflict: Conflict;
  option: DecisionOption;
  /** DISPLACE: reservations that make place. */
  displaced: string[];
  client: Client<typeof TriangleService>;
  onLeave: () => void;
  onDone: () => void;
}

/** Drafts a decision: the option, for how long it holds and why. */
export function ProposeForm({ conflict, option, displaced, client, onLeave, onDone }: Properties) {
  const { t } = useTranslation();
  const { acts } = useActing();
  const now = useNow();
  const [draft, setDraft] = useState(() => {
    const { start, end } = reachOf(conflict, option);
    return { kind: option.kind, from: dateFieldOf(start), to: dateFieldOf(end), team: option.assistanceTeam };
  });
  const problem = problemOf(draft, now);
  const place = `propose ${conflict.name}`;
  const propose = async (motive: string) => {
    const [from, to] = [momentOfField(draft.from), momentOfField(draft.to)];
    if (problem || from === undefined || to === undefined) return;
    const { kind } = draft;
    const answer = await acts.run(place, t("conflict.propose.done"), (requestId) => client.proposeDecision({
      conflict: conflict.name, kind, displaced: kind === OptionKind.DISPLACE ? displaced : [], assistanceTeam: kind === OptionKind.ASSISTANCE ? draft.team.trim() : "",
      startTime: timestampFromMs(from), endTime: timestampFromMs(to), motive, requestId,
    }));
    if (acts.isTaken(place, answer)) onDone();
  };
  const field = (key: "from" | "to") => (
    <label className="field">{t(`conflict.propose.${key}`)}
      <input type="datetime-local" value={draft[key]} aria-invalid={problem === key || problem === "order" || problem === "long"} onChange={(event) => setDraft({ ...draft, [key]: event.target.value })} />
    </label>
  );
  return (
    <section className="propose" aria-labelledby="propose-title">
      <h4 id="propose-title">{t("conflict.propose.title", { kind: t(`conflict.option.kind.${kindKey(option.kind)}`) })}</h4>
      {option.kind === OptionKind.DISPLACE && <p>{t("conflict.propose.displaced")}</p>}
      <div className="propose-fields">
        {field("from")}
        {field("to")}
        {option.kind === OptionKind.ASSISTANCE && <TextField label={t("conflict.propose.team")} value={draft.team} most={100} onChange={(team) => setDraft({ ...draft, team })} />}
      </div>
      {problem && <p role="alert" className="problem-line">{t(`conflict.propose.problem.${problem}`)}</p>}
      <ReasonForm label={t("conflict.propose.motive")} confirm={t("conflict.propose.confirm")} most={2000} onLeave={onLeave} onSubmit={(motive) => void propose(motive)} />
      <TroubleBox place={place} />
    </section>
  );
}
