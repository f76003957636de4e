import type { Client } from "@connectrpc/connect";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useActing } from "../../acting/acting";
import { TroubleBox } from "../../acting/TroubleBox";
import { TextField } from "../../asking/TextField";
import { addDays, dayOf } from "../../capacity/calendar/period";
import type { JointCheck } from "../../generated/handhaving/capacity/v1/joint_check_pb";
import type { JointCheckService } from "../../generated/handhaving/capacity/v1/joint_check_service_pb";
import type { UnitService } from "../../generated/handhaving/dispatch/v1/unit_service_pb";
import { useFocusBack } from "../../look/useFocusBack";
import { useStore } from "../../time/store";
import { checkOf, problemOf, type CheckDraft } from "./checkDraft";
import { ParticipantUnits } from "./ParticipantUnits";

interface Properties {
  client: Client<typeof JointCheckService>;
  units: Client<typeof UnitService>;
  owner: string;
  /** Organisations that can take part. */
  organisations: readonly string[];
  nameOf: (owner: string) => string;
  onDone: (check: JointCheck | undefined) => void;
}

/** Plans a check: what, where, when, who takes part and with which units. */
export function NewCheck({ client, units, owner, organisations, nameOf, onDone }: Properties) {
  const { t } = useTranslation();
  const { acts } = useActing();
  const [draft, setDraft] = useState<CheckDraft>();
  const button = useFocusBack(draft !== undefined);
  const place = `check ${owner}`;
  const isBusy = useStore(acts).busy.has(place);
  const problem = draft && problemOf(draft);
  const begin = (): CheckDraft => { const day = addDays(dayOf(Date.now()), 1); return { name: "", place: "", from: `${day}T18:00`, to: `${day}T22:00`, participants: [owner], partners: "", units: {} }; };
  const plan = async () => {
    if (!draft || problem) return;
    const answer = await acts.run(place, t("check.planned"), (requestId) => client.planJointCheck({ parent: owner, jointCheck: checkOf(draft), requestId }));
    if (acts.isTaken(place, answer)) setDraft(undefined);
    onDone(answer?.jointCheck);
  };
  return (
    <div className="check-new">
      <button ref={button} aria-expanded={draft !== undefined} onClick={() => setDraft(draft ? undefined : begin())}>{t("check.new")}</button>
      {draft && (
        <form className="check-form" aria-label={t("check.new")} onSubmit={(event) => { event.preventDefault(); void plan(); }} onKeyDown={(event) => { if (event.key === "Escape") setDraft(undefined); }}>
          <div className="check-fields">
            <TextField label={t("check.name")} value={draft.name} most={120} onChange={(name) => setDraft({ ...draft, name })} />
            <TextField label={t("check.place")} value={draft.place} most={200} onChange={(where) => setDraft({ ...draft, place: where })} />
            <label className="field">{t("check.from")}<input type="datetime-local" value={draft.from} aria-invalid={problem === "from" || problem === "order"} onChange={(event) => setDraft({ ...draft, from: event.target.value })} /></label>
            <label className="field">{t("check.to")}<input type="datetime-local" value={draft.to} aria-invalid={problem === "to" || problem === "order" || problem === "long"} onChange={(event) => setDraft({ ...draft, to: event.target.value })} /></label>
          </div>
          <fieldset className="check-units">
            <legend>{t("check.whoJoins")}</legend>
            {organisations.map((one) => <label key={one} className="check"><input type="checkbox" checked={draft.participants.includes(one)} disabled={one === owner} onChange={(event) => setDraft({ ...draft, participants: event.target.checked ? [...draft.participants, one] : draft.participants.filter((other) => other !== one) })} /> {nameOf(one)}</label>)}
          </fieldset>
          {draft.participants.map((one) => <ParticipantUnits key={one} client={units} participant={one} name={nameOf(one)} draft={draft} onChange={setDraft} />)}
          <TextField label={t("check.partners")} value={draft.partners} most={1000} onChange={(partners) => setDraft({ ...draft, partners })} />
          {problem && <p role="alert" className="problem-line">{t(`check.problem.${problem}`)}</p>}
          <div className="buttons">
            <button type="submit" className="main" disabled={problem !== undefined || isBusy}>{t("check.plan")}</button>
            <button type="button" onClick={() => setDraft(undefined)}>{t("act.leave")}</button>
          </div>
        </form>
      )}
      <TroubleBox place={place} />
    </div>
  );
}
