import { useCallback, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useDesk } from "../desk/desk";
import { Combobox } from "../asking/Combobox";
import { TextField } from "../asking/TextField";
import { usePlaces } from "../places/usePlaces";
import { useWhereabouts, type Whereabouts } from "../places/useWhereabouts";
import { useStore } from "../time/store";

/** Where it is: by words of a place, with the municipality that follows, or said to lie outside; without a point the municipality is chosen. */
export function PlaceField() {
  const { t } = useTranslation();
  const { draft, catalog, person, pointing } = useDesk();
  const state = useStore(draft);
  useStore(catalog);
  const { choices, isSeeking } = usePlaces(state.place ? "" : state.placeWords);
  const tell = useCallback((at: Whereabouts) => {
    if (at === "outside") draft.change({ whereabouts: "outside", municipality: "" });
    else draft.change({ whereabouts: person.municipalities.includes(at.municipality) ? "inTeam" : "otherTeam", municipality: at.municipality });
  }, [draft, person]);
  useWhereabouts(state.place, tell);
  useEffect(() => pointing.wait((place) => draft.change({ placeWords: place.name, place, whereabouts: "unknown" })), [pointing, draft]);
  const isOutside = state.whereabouts === "outside" || state.whereabouts === "otherTeam";
  return (
    <div className="place-field">
      <Combobox
        label={t("report.place")} words={state.placeWords} choices={choices} nothing={isSeeking ? "" : t("report.noPlace")} isInvalid={isOutside} describedBy="report-whereabouts"
        onWords={(placeWords) => draft.change({ placeWords, place: undefined, whereabouts: "unknown" })}
        onChoose={(choice) => draft.change({ placeWords: choice.label, place: choice.value, whereabouts: "unknown", municipality: choice.value.municipality })}
      />
      <p id="report-whereabouts" role="status" className={isOutside ? "outside" : "quiet"}>
        {state.whereabouts === "inTeam" && catalog.municipalityName(state.municipality)}
        {state.whereabouts === "otherTeam" && t("report.otherTeam", { municipality: catalog.municipalityName(state.municipality) })}
        {state.whereabouts === "outside" && t("report.outside")}
      </p>
      {!state.place && (
        <>
          <TextField label={t("act.whyNoPlace")} value={state.whyNoPlace} most={300} onChange={(whyNoPlace) => draft.change({ whyNoPlace })} />
          <label className="field municipality">{t("report.municipality")}
            <select value={state.municipality} onChange={(event) => draft.change({ municipality: event.target.value })}>
              <option value="">{t("report.choose")}</option>
              {person.municipalities.map((code) => <option key={code} value={code}>{catalog.municipalityName(code)}</option>)}
            </select>
          </label>
        </>
      )}
    </div>
  );
}
