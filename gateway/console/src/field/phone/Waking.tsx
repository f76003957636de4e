import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { TroubleBox } from "../../acting/TroubleBox";
import { useStore } from "../../time/store";
import { useField } from "../field";
import { askToBeWoken, canBeWoken, sleep, wakeable, wakeOn, type Wakeable } from "./waking";

const place = "waking";

type State = "asking" | "on" | "off" | "denied" | "unreachable";

/** Whether an offer wakes this phone when the page is not open; as long as the duty lasts. */
export function Waking({ unit, isLive }: { unit: string; isLive: boolean }) {
  const { t } = useTranslation();
  const { acts, clients, pushKey } = useField();
  const isBusy = useStore(acts).busy.has(place);
  const [state, setState] = useState<State>("asking");
  const register = (device: Wakeable, said: string) => acts.run(place, said, (requestId) => clients.devices.registerDevice({ name: unit, ...device, requestId }));
  const isPossible = Boolean(pushKey) && canBeWoken();
  const isDue = isPossible && isLive && state === "asking";
  useEffect(() => {
    if (isDue) void wakeOn(wakeable, (device) => clients.devices.registerDevice({ name: unit, ...device, requestId: crypto.randomUUID() })).then(setState);
  }, [isDue, clients, unit]);
  if (!pushKey || !isPossible) return null;
  const on = async () => {
    const device = await askToBeWoken(pushKey).catch(() => null);
    if (device === null) setState("unreachable");
    else if (device === undefined) setState("denied");
    else if (await register(device, t("field.waking.isOn"))) setState("on");
  };
  const off = async () => {
    const device = await wakeable();
    await sleep();
    setState("off");
    if (device) await acts.run(place, t("field.waking.isOff"), (requestId) => clients.devices.forgetDevice({ name: unit, endpoint: device.endpoint, requestId }));
  };
  return (
    <section className="waking" aria-labelledby="waking-title">
      <h2 id="waking-title">{t("field.waking.title")}</h2>
      <button type="button" className="key" aria-pressed={state === "on"} disabled={isBusy || state === "asking"} onClick={() => void (state === "on" ? off() : on())}>{t("field.waking.key")}</button>
      {(state === "denied" || state === "unreachable") && <p className="problem-line" role="status">{t(`field.waking.${state}`)}</p>}
      <p className="quiet">{t("field.waking.limits")}</p>
      <TroubleBox place={place} />
    </section>
  );
}
