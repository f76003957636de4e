import { useTranslation } from "react-i18next";
import type { Activity, ReportedActivity } from "../generated/handhaving/capacity/v1/activity_pb";
import { useRows } from "../look/useRows";
import { dayOfDate, sayDate } from "../time/date";
import { isOver, kindKey, partnerHours } from "./activities";

interface Properties {
  activities: readonly Activity[];
  reported: readonly ReportedActivity[];
  themes: ReadonlyMap<string, string>;
  groupOf: (code: string) => string;
  today: string;
  opened: string;
  onOpen: (name: string) => void;
}

/** What is done beside incidents: for whom, where, who gives hours, and how many of them are planned and made. */
export function ActivityTable({ activities, reported, themes, groupOf, today, opened, onOpen }: Properties) {
  const { t } = useTranslation();
  const { entry, onKeyDown } = useRows(activities.map(({ name }) => name), opened === "" ? undefined : opened);
  return (
    <div className="activity-list" tabIndex={0} role="region" aria-label={t("activity.list")}>
      <table onKeyDown={onKeyDown}>
        <thead><tr>{(["name", "kind", "theme", "for", "place", "hours", "end"] as const).map((column) => <th key={column} scope="col">{t(`activity.column.${column}`)}</th>)}</tr></thead>
        <tbody>
          {activities.map((activity) => (
            <tr key={activity.name} className={activity.name === opened ? "opened" : undefined}>
              <th scope="row"><button className="row" data-name={activity.name} tabIndex={activity.name === entry ? 0 : -1} aria-expanded={activity.name === opened} onClick={() => onOpen(activity.name === opened ? "" : activity.name)}>{activity.displayName}</button></th>
              <td>{t(`activity.kind.${kindKey(activity.kind)}`)}</td>
              <td>{themes.get(activity.theme) ?? activity.theme}</td>
              <td>{activity.targetGroup === "" ? <span className="quiet">{t("activity.nobody")}</span> : groupOf(activity.targetGroup)}</td>
              <td>{activity.place === "" ? <span className="quiet">{t("activity.everywhere")}</span> : activity.place}</td>
              <td><ul>{partnerHours(activity, reported).map(({ organisation, promised, planned, delivered }) => <li key={organisation} className={planned > promised ? "too-many" : undefined}>{t("activity.partnerHours", { organisation, promised, planned, delivered })}</li>)}</ul></td>
              <td>{activity.fundingEndDate ? sayDate(dayOfDate(activity.fundingEndDate)) : <span className="quiet">{t("activity.noEnd")}</span>}{isOver(activity, today) && <span className="activity-over">{t("activity.over")}</span>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
