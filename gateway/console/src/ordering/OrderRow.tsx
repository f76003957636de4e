import { useTranslation } from "react-i18next";
import { useFeedPart, usePlatformNow } from "../board/freshness";
import { municipalityOf } from "../contracts/names";
import { useDesk } from "../desk/desk";
import { Pick } from "../dispatch/Pick";
import { AssignmentRole } from "../generated/handhaving/dispatch/v1/assignment_pb";
import { PriorityBadge } from "../queue/PriorityBadge";
import { minutesAndSeconds } from "../time/words";
import { becauseOf, waitsSince, type Ordered } from "./merged";

interface Properties {
  ordered: Ordered;
  place: number;
  /** The first for which a unit is free: the key sends it. */
  isFirst: boolean;
  refused: () => void;
}

/** An incident that waits: why it stands here, and which unit it gets with why. */
export function OrderRow({ ordered: { entry, takenBy }, place, isFirst, refused }: Properties) {
  const { t } = useTranslation();
  const { catalog, selection } = useDesk();
  const now = usePlatformNow();
  const incident = useFeedPart(({ board }) => board.incidents.get(entry.incident));
  const because = becauseOf(entry, now).map((one) => t(`order.because.${one}`, { priority: entry.priority, zone: entry.zone, theme: entry.themeDisplayName, weight: entry.themeWeight, time: minutesAndSeconds(now - waitsSince(entry)) }));
  if (!incident) return null; // it left the board: the order is asked for anew
  return (
    <li className="ordered" data-name={entry.incident}>
      <div className="ordered-head">
        <span className="ordered-place">{place}</span>
        <PriorityBadge priority={entry.priority} />
        <button type="button" onClick={() => selection.enter(entry.incident)}>{entry.number}</button>
        <strong>{catalog.kindName(incident)}</strong>
        <span>{incident.location?.description ?? incident.description} <span className="quiet">{catalog.municipalityName(municipalityOf(entry.incident) ?? "")}</span></span>
      </div>
      <p className="quiet">{because.join(" · ")}</p>
      {!entry.pick && <p className="unit-warning">{t("order.nobody")}</p>}
      {entry.pick && takenBy !== undefined && <p className="unit-warning">{t("order.taken", { unit: entry.pick.callSign, number: takenBy.number, municipality: catalog.municipalityName(municipalityOf(takenBy.incident) ?? "") })}</p>}
      {entry.pick && takenBy === undefined && <ol><Pick pick={entry.pick} incident={incident} role={AssignmentRole.PRIMARY} at={isFirst ? 0 : undefined} refused={refused} /></ol>}
    </li>
  );
}
