import type { Client } from "@connectrpc/connect";
import { useTranslation } from "react-i18next";
import { TextField } from "../../asking/TextField";
import type { UnitService } from "../../generated/handhaving/dispatch/v1/unit_service_pb";
import { idsOf, toggled, type CheckDraft } from "./checkDraft";
import { useUnitsOf } from "./useUnitsOf";

interface Properties {
  client: Client<typeof UnitService>;
  participant: string;
  name: string;
  draft: CheckDraft;
  onChange: (draft: CheckDraft) => void;
}

/** Which units an organisation sends: chosen where they are known, else typed. */
export function ParticipantUnits({ client, participant, name, draft, onChange }: Properties) {
  const { t } = useTranslation();
  const known = useUnitsOf(client, participant);
  const chosen = idsOf(draft.units[participant]);
  return (
    <fieldset className="check-units">
      <legend>{t("check.unitsOf", { name })}</legend>
      {known?.map(({ id, callSign }) => <label key={id} className="check"><input type="checkbox" checked={chosen.includes(id)} onChange={() => onChange(toggled(draft, participant, id))} /> {callSign === "" ? id : callSign}</label>)}
      {known === undefined && <p role="status">{t("check.reading")}</p>}
      {known?.length === 0 && <TextField label={t("check.typeUnits")} value={draft.units[participant] ?? ""} most={500} onChange={(text) => onChange({ ...draft, units: { ...draft.units, [participant]: text } })} />}
    </fieldset>
  );
}
