import type { Client } from "@connectrpc/connect";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useActing } from "../acting/acting";
import { TroubleBox } from "../acting/TroubleBox";
import { useFocusBack } from "../look/useFocusBack";
import { SettingSource, type Setting } from "../generated/handhaving/access/v1/operations_pb";
import type { SettingService } from "../generated/handhaving/dispatch/v1/setting_service_pb";
import { useStore } from "../time/store";
import { millisecondsOf } from "../time/timestamp";
import { fullMoment } from "../time/words";
import { SettingForm } from "./SettingForm";
import { isComing, keyOf } from "./settings";
import { isSame, pretty } from "./values";

interface Properties {
  setting: Setting;
  owner: string;
  client: Client<typeof SettingService>;
  mayChange: boolean;
  onChanged: () => void;
}

/** One setting: what it means, its value beside the default, who decided it and why, and changing it. */
export function SettingRow({ setting, owner, client, mayChange, onChanged }: Properties) {
  const { t } = useTranslation();
  const { acts } = useActing();
  const [isOpen, setOpen] = useState(false);
  const button = useFocusBack(isOpen);
  const { name, value, defaultValue, version, source } = setting;
  const key = keyOf(setting);
  const isBusy = useStore(acts).busy.has(name);
  const change = async (changed: Pick<Setting, "value" | "changeReason"> & Partial<Pick<Setting, "validFromTime">>) => {
    const answer = await acts.run(name, t("setting.done", { key }), (requestId) => client.changeSetting({ setting: { name, etag: setting.etag, ...changed }, requestId }));
    if (acts.isTaken(name, answer)) setOpen(false);
    onChanged();
  };
  return (
    <article className="panel setting" data-name={name} aria-label={key}>
      <div className="panel-head"><h3>{key}</h3><span className={source === SettingSource.PRODUCT ? "setting-source" : "setting-source own"}>{t(`setting.source.${sourceKey(source)}`)}</span></div>
      <div className="setting-body">
        <p>{setting.description}</p>
        <dl>
          <div><dt>{t("setting.value")}</dt><dd><code>{pretty(value)}</code></dd></div>
          <div><dt>{t("setting.usual")}</dt><dd>{isSame(value, defaultValue) ? <span className="quiet">{t("setting.isUsual")}</span> : <code>{pretty(defaultValue)}</code>}</dd></div>
        </dl>
        {version > 0n && <p className="quiet">{t("setting.changed", { version: version.toString(), who: setting.changedBy, time: setting.validFromTime ? fullMoment(millisecondsOf(setting.validFromTime)) : "", reason: setting.changeReason })}</p>}
        {isComing(setting, owner) && <p className="due">{t("setting.coming")}</p>}
        {mayChange && <button ref={button} disabled={isBusy} aria-expanded={isOpen} aria-label={t("setting.changeOf", { key })} onClick={() => setOpen(!isOpen)}>{t("setting.change")}</button>}
        {isOpen && <SettingForm value={value} usual={defaultValue} onLeave={() => setOpen(false)} onSubmit={(changed) => void change(changed)} />}
        <TroubleBox place={name} />
      </div>
    </article>
  );
}

function sourceKey(source: SettingSource) {
  switch (source) {
    case SettingSource.PRODUCT: return "product";
    case SettingSource.TEAM: return "team";
    case SettingSource.MUNICIPALITY: return "municipality";
    case SettingSource.UNSPECIFIED: return "other";
  }
}
