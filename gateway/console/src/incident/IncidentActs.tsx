import { useTranslation } from "react-i18next";
import { useDesk } from "../desk/desk";
import { IncidentState, type Incident } from "../generated/handhaving/dispatch/v1/incident_pb";
import { useStore } from "../time/store";
import { Key } from "../keys/Key";
import { placeOf } from "../typed/typed";
import { TypedPlace } from "../typed/TypedPlace";
import { AskingForm } from "./AskingForm";
import { askingsIn, isHeld, letterOf, type Asking } from "./askings";
import { useIncidentActs } from "./useIncidentActs";

/** What a desk does with an incident as a whole. */
export function IncidentActs({ incident }: { incident: Incident }) {
  const { t } = useTranslation();
  const { acts, selection, typed } = useDesk();
  const isBusy = useStore(acts).busy.has(incident.name);
  const act = useIncidentActs(incident);
  const possible = askingsIn(incident);
  const { asking: asked } = useStore(selection);
  const asking = asked ?? typed.last(incident.name, possible);
  const isMain = (what: Asking) => (what === "classify" && incident.state === IncidentState.RECEIVED) || what === "answer";
  return (
    <>
      <div className="incident-acts">
        {incident.state === IncidentState.HANDLED && <button type="button" className="main" data-act="close" disabled={isBusy} onClick={() => void act.close()}>{t("act.close")} <Key of="close" /></button>}
        {isHeld(incident.state) && <button type="button" className="main" data-act="release" disabled={isBusy} onClick={() => void act.release()}>{t("act.release")} <Key of="release" /></button>}
        {possible.map((what) => (
          <button key={what} type="button" className={isMain(what) ? "main" : undefined} disabled={isBusy} aria-expanded={asking === what} onClick={() => selection.ask(what)}>{t(`act.${what}`)} <kbd>/{letterOf(what)}</kbd></button>
        ))}
      </div>
      {asking !== undefined && possible.includes(asking) && <TypedPlace key={`${incident.name} ${asking} ${asked === asking}`} place={placeOf(incident.name, asking)} isAsked={asked === asking}><AskingForm incident={incident} asking={asking} /></TypedPlace>}
    </>
  );
}
