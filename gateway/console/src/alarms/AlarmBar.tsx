import { useTranslation } from "react-i18next";
import { useFeedPart } from "../board/freshness";
import { municipalityOf } from "../contracts/names";
import { useDesk } from "../desk/desk";
import { useStore } from "../time/store";
import { shownOf, type Alarm } from "./alarms";
import "./alarms.css";

/** Alarms that nobody has seen yet, each with the key that says it was seen. */
export function AlarmBar() {
  const { t } = useTranslation();
  const { alarms, sound } = useDesk();
  const unseen = useStore(alarms);
  if (unseen.length === 0) return null;
  const shown = shownOf(unseen);
  return (
    <section className="alarms" aria-label={t("alarm.title")}>
      {!sound.isAllowed && <p>{t("alarm.silent")}</p>}
      <ul>{shown.map((alarm, index) => <Line key={alarm.id} alarm={alarm} isFirst={index === 0} />)}</ul>
      {unseen.length > 1 && (
        <p className="alarm-rest">
          {unseen.length > shown.length && <strong role="status">{t("alarm.others", { count: unseen.length - shown.length })}</strong>}
          <button type="button" data-act="seenAll" onClick={() => alarms.acknowledgeAll(unseen.map(({ id }) => id))}>{t("alarm.seenAll", { count: unseen.length })} <kbd>{t("key.seenAll")}</kbd></button>
        </p>
      )}
    </section>
  );
}

function Line({ alarm, isFirst }: { alarm: Alarm; isFirst: boolean }) {
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
      <span role="alert"><strong>{t(`alarm.kind.${alarm.kind}`)}</strong> {what}</span>
      <button type="button" className="main" data-act={isFirst ? "seen" : undefined} onClick={see}>{t(incident ? "alarm.open" : "alarm.seen")} {isFirst && <kbd>F6</kbd>}</button>
    </li>
  );
}
