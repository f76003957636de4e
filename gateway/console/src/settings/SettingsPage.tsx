import { createClient } from "@connectrpc/connect";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { ActingContext } from "../acting/acting";
import { readingAdviceOf } from "../acting/advice";
import { FailureBox } from "../acting/FailureBox";
import { Guard } from "../acting/Guard";
import { OwnerField } from "../asking/OwnerField";
import { TextField } from "../asking/TextField";
import { useMunicipalityNames } from "../catalog/useMunicipalityNames";
import { transportTo } from "../contracts/transport";
import { SettingService } from "../generated/handhaving/dispatch/v1/setting_service_pb";
import { ownersOf } from "../session/owners";
import { Done } from "../shell/Done";
import { pageActing } from "../shell/pageActing";
import { PageFrame } from "../shell/PageFrame";
import type { PageProperties } from "../shell/pages";
import { useStore } from "../time/store";
import { timeOfDay } from "../time/words";
import { SettingRow } from "./SettingRow";
import { found, Settings } from "./settings";
import "./settings.css";
import "../words/pages/setting";

/** What a municipality or team decides for itself: value, default, meaning, who decided it and why. */
export default function SettingsPage({ session, person }: PageProperties) {
  const { t } = useTranslation();
  const [client] = useState(() => createClient(SettingService, transportTo(() => session.token())));
  const [all] = useState(() => new Settings(client));
  const [acting] = useState(() => pageActing(session));
  const names = useMunicipalityNames(session);
  const { settings, phase, readAt, failure } = useStore(all);
  const owners = ownersOf(person);
  const [owner, setOwner] = useState(owners[0] ?? "");
  const [words, setWords] = useState("");
  useEffect(() => { if (owner !== "") void all.read(owner); }, [all, owner]);
  const mayChange = person.roles.includes("functional-admin");
  const shown = found(settings, words);
  return (
    <ActingContext value={acting}>
      <PageFrame session={session} person={person} title={t("setting.title")}>
        <p>{t("setting.about")} {!mayChange && t("setting.readOnly")}</p>
        {owners.length === 0 ? <p>{t("session.noTeam")}</p> : (
          <>
            <div className="setting-choice">
              <OwnerField owners={owners} owner={owner} names={names} onChange={setOwner} />
              <TextField label={t("setting.filter")} value={words} most={100} onChange={setWords} />
              <button disabled={phase === "reading"} onClick={() => void all.read(owner)}>{t("setting.readAgain")}</button>
              <p role="status">{phase === "reading" ? t("setting.reading") : readAt !== 0 && !failure ? t("setting.readAt", { time: timeOfDay(readAt) }) : ""}</p>
            </div>
            {failure && readAt !== 0 && <p className="due">{t("setting.old", { time: timeOfDay(readAt) })}</p>}
            {failure && <FailureBox failure={failure} advice={readingAdviceOf(failure)} retry={() => void all.read(owner)} signInBeside={session.signInBeside} />}
            {phase === "read" && shown.length === 0 && <p className="nothing">{t(settings.length === 0 ? "setting.none" : "setting.noneFound")}</p>}
            <ul className={failure ? "settings stale" : "settings"}>
              {shown.map((setting) => <li key={setting.name}><Guard part={setting.name}><SettingRow setting={setting} owner={owner} client={client} mayChange={mayChange} onChanged={() => void all.read(owner)} /></Guard></li>)}
            </ul>
          </>
        )}
        <Done />
      </PageFrame>
    </ActingContext>
  );
}
