import { useTranslation } from "react-i18next";
import { TroubleBox } from "../../acting/TroubleBox";
import { ownerOf } from "../../contracts/names";
import { DeskCallKind, type Unit } from "../../generated/handhaving/dispatch/v1/unit_pb";
import { StatusMeaning } from "../../generated/handhaving/dispatch/v1/unit_service_pb";
import { useStore } from "../../time/store";
import { useField } from "../field";

const calls = [[StatusMeaning.SPEECH_REQUEST, DeskCallKind.SPEECH, "speech"], [StatusMeaning.SPEECH_URGENT, DeskCallKind.SPEECH_URGENT, "urgent"]] as const;

const placeOf = (key: string) => `speech ${key}`;

/** Asks the desk to speak, with the code that the owner of the unit gave to it. */
export function SpeechKeys({ unit }: { unit: Unit }) {
  const { t } = useTranslation();
  const { acts, catalog, clients } = useField();
  const codes = useStore(catalog).codes.get(ownerOf(unit.name)) ?? [];
  const { busy } = useStore(acts); // each is a place of its own: an urgent call does not wait for one that hangs
  const keys = calls.flatMap(([meaning, kind, key]) => {
    const code = codes.find((one) => one.meaning === meaning && one.reportableByUnit)?.code;
    return code === undefined ? [] : [{ code, key, isOpen: unit.calls.some((call) => call.kind === kind) }];
  });
  if (keys.length === 0) return null;
  return (
    <section aria-labelledby="speech-title">
      <h2 id="speech-title">{t("field.speech")}</h2>
      <div className="keys two">
        {keys.map(({ code, key, isOpen }) => (
          <button key={key} type="button" className={`key ${key}`} disabled={busy.has(placeOf(key)) || isOpen}
            onClick={() => void acts.run(placeOf(key), t(`unit.call.${key}`), (requestId) => clients.units.reportUnitStatus({ name: unit.name, code, requestId }))}>
            {t(`unit.call.${key}`)}{isOpen && <span>{t("field.asked")}</span>}
          </button>
        ))}
      </div>
      {calls.map(([, , key]) => <TroubleBox key={key} place={placeOf(key)} />)}
    </section>
  );
}
