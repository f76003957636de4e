import type { Client } from "@connectrpc/connect";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useActing } from "../acting/acting";
import { TroubleBox } from "../acting/TroubleBox";
import { ShiftOfDay, type PresenceService } from "../generated/handhaving/capacity/v1/presence_service_pb";
import { useStore } from "../time/store";
import { minutesOf, municipalityOfArea, shiftKey, shiftsOfDay } from "./presence";

interface Properties {
  client: Client<typeof PresenceService>;
  /** Districts that a norm can be set for, with their names. */
  districts: readonly (readonly [string, string])[];
  onDone: () => void;
}

/** How many minutes somebody is to be in a district in a part of the day. */
export function NormForm({ client, districts, onDone }: Properties) {
  const { t } = useTranslation();
  const { acts } = useActing();
  const [draft, setDraft] = useState({ area: "", shift: ShiftOfDay.DAY as ShiftOfDay, minutes: "" });
  const area = districts.some(([code]) => code === draft.area) ? draft.area : districts[0]?.[0] ?? "";
  const place = "presence-norm";
  const isBusy = useStore(acts).busy.has(place);
  const minutes = minutesOf(draft.minutes);
  const isWrong = draft.minutes !== "" && minutes === undefined;
  const put = async () => {
    if (minutes === undefined || area === "") return;
    const answer = await acts.run(place, t("presence.norm.done"), (requestId) => client.putPresenceNorm({ parent: `municipalities/${municipalityOfArea(area)}`, area, shift: draft.shift, minutes, requestId }));
    if (answer) setDraft({ ...draft, minutes: "" });
    onDone();
  };
  return (
    <form className="presence-fields" aria-label={t("presence.norm.title")} onSubmit={(event) => { event.preventDefault(); void put(); }}>
      <label className="field">{t("presence.area")}<select value={area} onChange={(event) => setDraft({ ...draft, area: event.target.value })}>{districts.map(([code, name]) => <option key={code} value={code}>{t("presence.areaNamed", { name, code })}</option>)}</select></label>
      <label className="field">{t("presence.shift")}<select value={draft.shift} onChange={(event) => setDraft({ ...draft, shift: shiftsOfDay.find((shift) => String(shift) === event.target.value) ?? draft.shift })}>{shiftsOfDay.map((shift) => <option key={shift} value={shift}>{t(`presence.of.${shiftKey(shift)}`)}</option>)}</select></label>
      <label className="field minutes">{t("presence.norm.minutes")}<input inputMode="numeric" value={draft.minutes} maxLength={5} aria-invalid={isWrong} onChange={(event) => setDraft({ ...draft, minutes: event.target.value })} /></label>
      <button type="submit" disabled={isBusy || minutes === undefined || area === ""}>{t("presence.norm.put")}</button>
      {isWrong && <p role="alert" className="problem-line">{t("presence.norm.wrong")}</p>}
      <TroubleBox place={place} />
    </form>
  );
}
