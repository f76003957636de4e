import { useCallback, useEffect, useMemo, useState, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { searchTypes } from "../catalog/typeSearch";
import { useDesk } from "../desk/desk";
import type { Incident } from "../generated/handhaving/dispatch/v1/incident_pb";
import type { Place } from "../places/place";
import { usePlaces } from "../places/usePlaces";
import { useStore } from "../time/store";
import { Combobox } from "./Combobox";
import { PriorityField } from "./PriorityField";
import { TextField } from "./TextField";

/** What a desk decides that an incident is. */
export interface Judgement {
  type: string;
  priority: number;
  /** Undefined: the place stays as it is. */
  place: Place | undefined;
  /** Why no place can be given, when none is known. */
  whyNoPlace: string;
}

interface Properties {
  incident: Incident;
  onSubmit: (judgement: Judgement) => void;
  onLeave: () => void;
}

/** Says what an incident is: kind, place and priority; without a place, why not. */
export function ClassifyForm({ incident, onSubmit, onLeave }: Properties) {
  const { t } = useTranslation();
  const { catalog, pointing } = useDesk();
  const { types } = useStore(catalog);
  const [typeWords, setTypeWords] = useState(incident.type === "" ? "" : catalog.typeName(incident.type));
  const [type, setType] = useState(incident.type);
  const [placeWords, setPlaceWords] = useState(incident.location?.description ?? "");
  const [place, setPlace] = useState<Place>();
  const [whyNoPlace, setWhyNoPlace] = useState(incident.locationUnknownReason);
  const [priority, setPriority] = useState(incident.priority || 3);
  const choosePlace = useCallback((chosen: Place) => {
    setPlaceWords(chosen.name);
    setPlace(chosen);
  }, []);
  useEffect(() => pointing.wait(choosePlace), [pointing, choosePlace]);
  const found = usePlaces(place ? "" : placeWords);
  const kinds = useMemo(() => searchTypes(typeWords, types).map((one) => ({ key: one.code, label: one.displayName, value: one.code })), [typeWords, types]);
  const places = found.map((one) => ({ key: `${one.name} ${one.latitude}`, label: one.name, note: catalog.municipalityName(one.municipality), value: one }));
  const hasPlace = place !== undefined || incident.location !== undefined;
  const isReady = type !== "" && (hasPlace || whyNoPlace.trim() !== "");
  const submit = () => {
    if (isReady) onSubmit({ type, priority, place, whyNoPlace: whyNoPlace.trim() });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" && event.ctrlKey) submit();
    else if (event.key === "Escape" && !event.defaultPrevented) onLeave();
  };
  return (
    <form className="plain classify" onKeyDown={onKeyDown} onSubmit={(event) => { event.preventDefault(); submit(); }}>
      <Combobox label={t("report.type")} words={typeWords} choices={kinds} nothing={t("report.noType")} autoFocus onWords={(words) => { setTypeWords(words); setType(""); }} onChoose={(choice) => { setTypeWords(choice.label); setType(choice.value); }} />
      <Combobox label={t("report.place")} words={placeWords} choices={places} nothing={t("act.noPlace")} onWords={(words) => { setPlaceWords(words); setPlace(undefined); }} onChoose={(choice) => choosePlace(choice.value)} />
      {!hasPlace && <TextField label={t("act.whyNoPlace")} value={whyNoPlace} most={300} onChange={setWhyNoPlace} />}
      <PriorityField name="classify-priority" priority={priority} onChange={setPriority} />
      <div className="buttons">
        <button type="submit" className="main" disabled={!isReady}>{t("act.classify")} <kbd>{t("key.save")}</kbd></button>
        <button type="button" onClick={onLeave}>{t("act.leave")}</button>
      </div>
    </form>
  );
}
