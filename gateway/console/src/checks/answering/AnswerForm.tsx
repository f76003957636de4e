import type { Client } from "@connectrpc/connect";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useActing } from "../../acting/acting";
import { TroubleBox } from "../../acting/TroubleBox";
import { TextField } from "../../asking/TextField";
import { CheckStance, type JointCheck } from "../../generated/handhaving/capacity/v1/joint_check_pb";
import type { JointCheckService } from "../../generated/handhaving/capacity/v1/joint_check_service_pb";
import { useStore } from "../../time/store";
import { idsOf } from "../planning/checkDraft";

interface Properties {
  client: Client<typeof JointCheckService>;
  /** Who answers. */
  owner: string;
  check: JointCheck;
  onDone: (check: JointCheck | undefined) => void;
}

/** Says whether an organisation takes part in a check that another planned, and with which units; the last answer counts. */
export function AnswerForm({ client, owner, check, onDone }: Properties) {
  const { t } = useTranslation();
  const { acts } = useActing();
  const [{ stance, reason, units }, setDraft] = useState({ stance: CheckStance.AGREES as CheckStance, reason: "", units: "" });
  const place = `answer ${check.name}`;
  const isBusy = useStore(acts).busy.has(place);
  const agrees = stance === CheckStance.AGREES;
  const ids = idsOf(units);
  const isWrong = ids.some((id) => !/^[a-z0-9-]+$/.test(id));
  const isReady = agrees ? !isWrong : reason.trim() !== "";
  const answer = async () => {
    const done = await acts.run(place, t("check.answer.done"), (requestId) => client.answerJointCheck({ parent: owner, jointCheck: check.name, answer: stance, reason: agrees ? "" : reason.trim(), units: agrees ? ids.map((id) => `${owner}/units/${id}`) : [], requestId }));
    if (done) setDraft({ stance, reason: "", units: "" });
    onDone(done?.jointCheck);
  };
  return (
    <form className="check-form" aria-label={t("check.answer.title")} onSubmit={(event) => { event.preventDefault(); if (isReady) void answer(); }}>
      <fieldset className="check-units">
        <legend>{t("check.answer.title")}</legend>
        {([CheckStance.AGREES, CheckStance.DECLINES] as const).map((one) => <label key={one} className="check"><input type="radio" name="stance" checked={stance === one} onChange={() => setDraft({ stance: one, reason, units })} /> {t(one === CheckStance.AGREES ? "check.answer.agrees" : "check.answer.declines")}</label>)}
      </fieldset>
      {agrees
        ? <TextField label={t("check.answer.units")} value={units} most={500} onChange={(text) => setDraft({ stance, reason, units: text })} />
        : <TextField label={t("check.answer.reason")} value={reason} most={500} onChange={(text) => setDraft({ stance, reason: text, units })} />}
      {isWrong && agrees && <p role="alert" className="problem-line">{t("check.problem.unit")}</p>}
      <div className="buttons"><button type="submit" className="main" disabled={isBusy || !isReady}>{t("check.answer.give")}</button></div>
      <TroubleBox place={place} />
    </form>
  );
}
