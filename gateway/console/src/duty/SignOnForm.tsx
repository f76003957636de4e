import { useEffect, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { TroubleBox } from "../acting/TroubleBox";
import { Combobox } from "../asking/Combobox";
import { useFeedPart, usePlatformNow } from "../board/freshness";
import { unitsFor } from "../command/grammar/find";
import { municipalityOf } from "../contracts/names";
import { useFailureText } from "../contracts/useFailureText";
import { useDesk } from "../desk/desk";
import { useStore } from "../time/store";
import { kindKey } from "../units/kinds";
import { CrewField } from "./CrewField";
import { MoreOfDuty } from "./MoreOfDuty";
import { missingOf, requestOf } from "./signOn";

interface Properties {
  /** Unit that was asked for; undefined = it is chosen here. */
  name: string | undefined;
  /** Called with what was done, in words. */
  onDone: (words: string) => void;
}

/** Where the trouble of signing on is shown. */
const place = "duty";

/** Brings a unit on duty: which one, who is in it, what it carries. */
export function SignOnForm({ name, onDone }: Properties) {
  const { t } = useTranslation();
  const { acts, catalog, clients, roster, signingOn } = useDesk();
  const state = useStore(signingOn);
  const { units, failure } = useStore(roster);
  const textOf = useFailureText();
  const onDuty = useFeedPart(({ board }) => board.units);
  const isBusy = useStore(acts).busy.has(place);
  const now = usePlatformNow();
  const asked = units.find((unit) => unit.name === name);
  useEffect(() => {
    if (asked) signingOn.choose(asked);
  }, [signingOn, asked]);
  const offDuty = units.filter((unit) => !onDuty.has(unit.name));
  const choices = unitsFor(state.unitWords, offDuty).map((unit) => ({
    key: unit.name, label: unit.callSign, note: `${t(`unit.kind.${kindKey(unit.kind)}`)} ${catalog.municipalityName(municipalityOf(unit.name) ?? "")}`, value: unit,
  }));
  const missing = missingOf(state, now);
  const submit = async () => {
    if (missing !== undefined) return;
    const said = t("duty.signedOn", { unit: state.unit?.callSign });
    const request = requestOf(state);
    const answer = await acts.run(place, said, async (requestId) => {
      const signedOn = await clients.units.signOnUnit({ ...request, requestId });
      signingOn.clear();
      return signedOn;
    });
    if (answer) onDone(said); // the form is free again by now, and takes the focus
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" && event.ctrlKey) void submit();
  };
  return (
    <form className="sign-on" onKeyDown={onKeyDown} onSubmit={(event) => { event.preventDefault(); void submit(); }}>
      <TroubleBox place={place} />
      {failure && <p className="problem-line">{textOf(failure)} <button type="button" onClick={() => void roster.readUnits()}>{t("trouble.again")}</button></p>}
      <fieldset className="plain" disabled={isBusy}>
        <Combobox
          label={t("duty.unit")} words={state.unitWords} choices={choices} nothing={t("duty.noUnit")} autoFocus={name === undefined}
          onWords={(unitWords) => signingOn.change({ unitWords, unit: undefined })} onChoose={(choice) => signingOn.choose(choice.value)}
        />
        <CrewField state={state} isFirst={name !== undefined} onChange={signingOn.change} />
        <MoreOfDuty state={state} onChange={signingOn.change} />
      </fieldset>
      <footer className="report-foot">
        <button type="submit" className="main" disabled={isBusy || missing !== undefined} aria-describedby="duty-state">{t("duty.signOn")} <kbd>{t("key.save")}</kbd></button>
        <span id="duty-state" className="quiet">{missing !== undefined && t(`duty.missing.${missing}`)}</span>
      </footer>
    </form>
  );
}
