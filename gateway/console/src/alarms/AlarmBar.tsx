import { useTranslation } from "react-i18next";
import { useFeedPart } from "../board/freshness";
import { municipalityOf } from "../contracts/names";
import { useDesk } from "../desk/desk";
import { Key } from "../keys/Key";
import { useStore } from "../time/store";
import { shownOf, type Alarm } from "./alarms";
import "./alarms.css";

/** Alarms that nobody has seen yet, each with the key that says it was seen. They speak on one window alone. */
export function AlarmBar({ isSpoken = true }: { isSpoken?: boolean }) {
  const { t } = useTranslation();
  const { alarms, sound } = useDesk();
  const unseen = useStore(alarms);
  const { isMade } = useStore(sound);
  if (unseen.length === 0) return null;
  const shown = shownOf(unseen);
  return (
    <section className="alarms" aria-label={t("alarm.title")}>
      {!isMade && <p>{t("alarm.silent")}</p>}
      <ul>{shown.map((alarm, index) => <Line key={alarm.id} alarm={alarm} isFirst={index === 0} isSpoken={isSpoken} />)}</ul>
      {unseen.length > 1 && (
        <p className="alarm-rest">
          {unseen.length > shown.length && <strong role={isSpoken ? "status" : undefined}>{t("alarm.others", { count: unseen.length - shown.length })}</strong>}
          <button type="button" data-act="seenAll" onClick={() => alarms.acknowledgeAll(unseen.map(({ id }) => id))}>{t("alarm.seenAll", { count: unseen.length })} <Key of="seenAll" /></button>
        </p>
      )}
    </section>
  );
}

function Line({ alarm, isFirst, isSpoken }: { alarm: Alarm; isFirst: boolean; isSpoken: boolean }) {
  const { t } = useTranslation();
  const { alarms, catalog, selection } = useDesk();
  useStore(catalog);
  const incident = useFeedPart(({ board }) => board.incidents.get(alarm.about));
  const unit = useFeedPart(({ board }) => board.units.get(alarm.about));
  const what = incident
    ? `${catalog.kindName(incident)}, ${incident.location?.description ?? ""} ${catalog.municipalityName(municipalityOf(incident.name) ?? "")}`
    : (unit?.callSign ?? "");
  const see = () => {
    alarms.acknowledge(alarm.id);
    if (incident) selection.enter(incident.name);
  };
  return (
    <li className={`alarm ${alarm.kind}`}>
      <span className="alarm-about" role={isSpoken ? "alert" : undefined}><strong>{t(`alarm.kind.${alarm.kind}`)}</strong> {what}</span>
      <button type="button" className="main" data-act={isFirst ? "seen" : undefined} onClick={see}>{t(incident ? "alarm.open" : "alarm.seen")} {isFirst && <Key of="seen" />}</button>
    </li>
  );
}
