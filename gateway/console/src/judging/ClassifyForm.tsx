import { useCallback, useEffect, useMemo, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { searchTypes } from "../catalog/typeSearch";
import { useDesk } from "../desk/desk";
import type { Incident } from "../generated/handhaving/dispatch/v1/incident_pb";
import { cautionsIn, isTaken, mergedCautions, textOf } from "./cautions";
import { needsReason, type Judgement } from "./judgement";
import type { Place } from "../places/place";
import { usePlaces } from "../places/usePlaces";
import { useStore } from "../time/store";
import { useTakesFocus, useTyped } from "../typed/useTyped";
import { CautionsField } from "./CautionsField";
import { Combobox } from "../asking/Combobox";
import { PriorityField } from "../asking/PriorityField";
import { TextField } from "../asking/TextField";

interface Properties {
  incident: Incident;
  onSubmit: (judgement: Judgement) => void;
  onLeave: () => void;
}

/** Says what an incident is: kind, place, priority and what a crew must know; without a place, why not, and of another priority why. */
export function ClassifyForm({ incident, onSubmit, onLeave }: Properties) {
  const { t } = useTranslation();
  const { catalog, pointing } = useDesk();
  const { types: all } = useStore(catalog);
  const types = useMemo(() => (all.length === 0 ? all : catalog.typesFor(incident.name)), [all, catalog, incident.name]);
  const takesFocus = useTakesFocus();
  const [typeWords, setTypeWords] = useTyped("typeWords", () => incident.type === "" ? "" : catalog.kindName(incident));
  const [type, setType] = useTyped("type", () => incident.type);
  const [placeWords, setPlaceWords] = useTyped("placeWords", () => incident.location?.description ?? "");
  const [place, setPlace] = useTyped<Place | undefined>("place", () => undefined);
  const [whyNoPlace, setWhyNoPlace] = useTyped("whyNoPlace", () => incident.locationUnknownReason);
  const [priority, setPriority] = useTyped("priority", () => incident.priority || 3);
  const [priorityReason, setPriorityReason] = useTyped("priorityReason", () => "");
  const [cautionsBefore, keepBefore] = useTyped("cautionsBefore", () => incident.cautions);
  const [cautionsText, setCautionsText] = useTyped("cautions", () => textOf(incident.cautions));
  const choosePlace = useCallback((chosen: Place) => {
    setPlaceWords(chosen.name);
    setPlace(chosen);
  }, [setPlaceWords, setPlace]);
  useEffect(() => pointing.wait(choosePlace), [pointing, choosePlace]);
  const { choices: places, isSeeking } = usePlaces(place ? "" : placeWords);
  const kinds = useMemo(() => searchTypes(typeWords, types).map((one) => ({ key: one.code, label: one.displayName, value: one.code })), [typeWords, types]);
  const hasPlace = place !== undefined || incident.location !== undefined;
  const isOther = needsReason(incident, priority);
  const cautions = mergedCautions(cautionsBefore, cautionsIn(cautionsText), incident.cautions);
  const isReady = type !== "" && (hasPlace || whyNoPlace.trim() !== "") && (!isOther || priorityReason.trim() !== "") && isTaken(cautions);
  const asksReason = isOther || incident.priority === 0;
  const submit = () => {
    if (isReady) onSubmit({ type, priority, priorityReason: asksReason ? priorityReason.trim() : "", place, whyNoPlace: whyNoPlace.trim(), cautions });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" && event.ctrlKey) submit();
    else if (event.key === "Escape" && !event.defaultPrevented) onLeave();
  };
  return (
    <form className="plain classify" onKeyDown={onKeyDown} onSubmit={(event) => { event.preventDefault(); submit(); }}>
      <Combobox label={t("report.type")} words={typeWords} choices={kinds} nothing={t("report.noType")} autoFocus={takesFocus} onWords={(words) => { setTypeWords(words); setType(""); }} onChoose={(choice) => { setTypeWords(choice.label); setType(choice.value); }} />
      <Combobox label={t("report.place")} words={placeWords} choices={places} nothing={isSeeking ? "" : t("act.noPlace")} onWords={(words) => { setPlaceWords(words); setPlace(undefined); }} onChoose={(choice) => choosePlace(choice.value)} />
      {!hasPlace && <TextField label={t("act.whyNoPlace")} value={whyNoPlace} most={300} onChange={setWhyNoPlace} />}
      <PriorityField name="classify-priority" priority={priority} onChange={setPriority} />
      {asksReason && <TextField label={t(isOther ? "act.text.priority" : "report.priorityReason")} value={priorityReason} most={300} onChange={setPriorityReason} />}
      <CautionsField text={cautionsText} onChange={(typed) => { keepBefore(cautionsBefore); setCautionsText(typed); }} />
      <div className="buttons">
        <button type="submit" className="main" disabled={!isReady}>{t("act.classify")} <kbd>{t("key.save")}</kbd></button>
        <button type="button" onClick={onLeave}>{t("act.leave")}</button>
      </div>
    </form>
  );
}
