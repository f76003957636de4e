import type { Client } from "@connectrpc/connect";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useActing } from "../../acting/acting";
import { TroubleBox } from "../../acting/TroubleBox";
import { TextField } from "../../asking/TextField";
import { Stance, type Decision, type TriangleRole } from "../../generated/handhaving/capacity/v1/triangle_pb";
import type { TriangleService } from "../../generated/handhaving/capacity/v1/triangle_service_pb";
import { useStore } from "../../time/store";
import { roleKey } from "../keys";

interface Properties {
  decision: Decision;
  role: TriangleRole;
  client: Client<typeof TriangleService>;
  /** Called with whether it was done. */
  onActed: (isDone: boolean) => void;
}

/** A vote in one role, with its motive. */
export function VoteForm({ decision: { name }, role, client, onActed }: Properties) {
  const { t } = useTranslation();
  const { acts } = useActing();
  const [motive, setMotive] = useState("");
  const place = `vote ${role} ${name}`;
  const isBusy = useStore(acts).busy.has(place);
  const roleWord = t(`conflict.vote.role.${roleKey(role)}`);
  const isMissing = motive.trim() === "";
  const vote = async (stance: Stance) => {
    const answer = await acts.run(place, t("conflict.vote.done"), (requestId) => client.castVote({ name, role, stance, motive: motive.trim(), requestId }));
    if (answer) setMotive("");
    onActed(answer !== undefined);
  };
  return (
    <form className="vote-form" aria-label={t("conflict.vote.own", { role: roleWord })} onSubmit={(event) => event.preventDefault()}>
      <p><strong>{t("conflict.vote.own", { role: roleWord })}</strong></p>
      <TextField label={t("conflict.vote.motive")} value={motive} most={2000} lines={2} onChange={setMotive} />
      <div className="buttons">
        <button type="button" className="main" disabled={isBusy || isMissing} onClick={() => void vote(Stance.FOR)}>{t("conflict.vote.for")}</button>
        <button type="button" disabled={isBusy || isMissing} onClick={() => void vote(Stance.AGAINST)}>{t("conflict.vote.against")}</button>
        {isMissing && <span className="quiet">{t("conflict.vote.motiveMissing")}</span>}
      </div>
      <TroubleBox place={place} />
    </form>
  );
}
