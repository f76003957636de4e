import { useCallback, useEffect, useState, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { municipalityOf } from "../contracts/names";
import { useDesk } from "../desk/desk";
import type { Incident } from "../generated/handhaving/dispatch/v1/incident_pb";
import type { Place } from "../places/place";
import { usePlaces } from "../places/usePlaces";
import { useWhereabouts, type Whereabouts } from "../places/useWhereabouts";
import { useTakesFocus, useTyped } from "../typed/useTyped";
import { Combobox } from "./Combobox";
import { TextField } from "./TextField";

interface Properties {
  incident: Incident;
  onSubmit: (place: Place, reason: string) => void;
  onLeave: () => void;
}

/** Another place for an incident, by words or by a click on the map; said at once when it cannot lie there. */
export function MoveForm({ incident, onSubmit, onLeave }: Properties) {
  const { t } = useTranslation();
  const { catalog, pointing } = useDesk();
  const takesFocus = useTakesFocus();
  const [words, setWords] = useTyped("words", () => "");
  const [place, setPlace] = useTyped<Place | undefined>("place", () => undefined);
  const [at, setAt] = useState<Whereabouts>();
  const [reason, setReason] = useTyped("reason", () => "");
  const choose = useCallback((chosen: Place) => {
    setWords(chosen.name);
    setPlace(chosen);
    setAt(undefined);
  }, [setWords, setPlace]);
  useWhereabouts(place, setAt);
  useEffect(() => pointing.wait(choose), [pointing, choose]);
  const { choices, isSeeking } = usePlaces(place ? "" : words);
  const home = municipalityOf(incident.name) ?? "";
  const isElsewhere = at !== undefined && (at === "outside" || at.municipality !== home);
  const isReady = place !== undefined && !isElsewhere;
  const submit = () => {
    if (place && isReady) onSubmit(place, reason.trim());
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" && event.ctrlKey) submit();
    else if (event.key === "Escape" && !event.defaultPrevented) onLeave();
  };
  return (
    <form className="plain" onKeyDown={onKeyDown} onSubmit={(event) => { event.preventDefault(); submit(); }}>
      <Combobox
        label={t("act.whereTo")} words={words} choices={choices} nothing={isSeeking ? "" : t("act.noPlaceToMove")} autoFocus={takesFocus} isInvalid={isElsewhere} describedBy="move-whereabouts"
        onWords={(typed) => { setWords(typed); setPlace(undefined); setAt(undefined); }} onChoose={(choice) => choose(choice.value)}
      />
      <p id="move-whereabouts" role="status" className={isElsewhere ? "outside" : "quiet"}>
        {at === undefined && t("act.orOnMap")}
        {at === "outside" && t("report.outside")}
        {at !== undefined && at !== "outside" && (isElsewhere ? t("act.movesOut", { municipality: catalog.municipalityName(at.municipality), home: catalog.municipalityName(home) }) : catalog.municipalityName(at.municipality))}
      </p>
      <TextField label={t("act.text.move")} value={reason} most={300} onChange={setReason} />
      <div className="buttons">
        <button type="submit" className="main" disabled={!isReady}>{t("act.move")} <kbd>{t("key.save")}</kbd></button>
        <button type="button" onClick={onLeave}>{t("act.leave")}</button>
      </div>
    </form>
  );
}
