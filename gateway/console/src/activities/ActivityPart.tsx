import type { Client } from "@connectrpc/connect";
import { useCallback, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useActing } from "../acting/acting";
import { readingAdviceOf } from "../acting/advice";
import { FailureBox } from "../acting/FailureBox";
import { useAnswer } from "../asking/useAnswer";
import { addDays, dayOf } from "../capacity/calendar/period";
import { readAll } from "../contracts/readAll";
import { ActivityKind, type Activity, type ReportedActivity, type TargetGroup } from "../generated/handhaving/capacity/v1/activity_pb";
import type { ActivityService } from "../generated/handhaving/capacity/v1/activity_service_pb";
import type { PriorityService } from "../generated/handhaving/capacity/v1/priority_service_pb";
import { useNow } from "../time/clock";
import { dateOfDay } from "../time/date";
import { timeOfDay } from "../time/words";
import { isOver, kinds, kindKey } from "./activities";
import { ActivityPanel } from "./ActivityPanel";
import { ActivityTable } from "./ActivityTable";
import { NewActivity } from "./editing/NewActivity";
import { ReportPart } from "./report/ReportPart";
import type { Grouping } from "./report/report";

interface Properties {
  client: Client<typeof ActivityService>;
  priorities: Client<typeof PriorityService>;
  owner: string;
  themes: ReadonlyMap<string, string>;
  mayChange: boolean;
}

interface Listed {
  activities: readonly Activity[];
  groups: readonly TargetGroup[];
  reported: readonly ReportedActivity[];
}

const rows = 200;
const years = 3 * 365; // days before and after today of which planned and made hours stand in the list

/** The activities of one owner. */
export function ActivityPart({ client, priorities, owner, themes, mayChange }: Properties) {
  const { t } = useTranslation();
  const { signInBeside } = useActing();
  const today = dayOf(useNow());
  const [opened, setOpened] = useState("");
  const [withOver, setWithOver] = useState(false);
  const { answer, answeredAt, isAsking, failure, ask } = useAnswer<Listed>();
  const read = useCallback(() => void ask(async () => {
    const day = dayOf(Date.now());
    const [activities, { targetGroups: groups }, { activities: reported }] = await Promise.all([
      readAll(async (pageToken) => { const { activities: found, nextPageToken } = await client.listActivities({ parent: owner, pageSize: rows, pageToken }); return { rows: found, nextPageToken }; }),
      client.listTargetGroups({ parent: owner }),
      client.getActivityReport({ parent: owner, firstDay: dateOfDay(addDays(day, -years)), lastDay: dateOfDay(addDays(day, years)) }),
    ]);
    return { activities, groups, reported };
  }), [ask, client, owner]);
  useEffect(read, [read]);
  const groupOf = (code: string) => answer?.groups.find((group) => group.code === code)?.displayName ?? code;
  const called = (by: Grouping, key: string) => {
    switch (by) {
      case "theme": return themes.get(key) ?? key;
      case "place": return key === "" ? t("activity.everywhere") : key;
      case "targetGroup": return key === "" ? t("activity.nobody") : groupOf(key);
      case "kind": return t(`activity.kind.${kindKey(kinds.find((kind) => String(kind) === key) ?? ActivityKind.UNSPECIFIED)}`);
    }
  };
  const shown = answer?.activities.filter((activity) => withOver || !isOver(activity, today)) ?? [];
  const activity = answer?.activities.find(({ name }) => name === opened);
  return (
    <>
      <section className="activity-part" aria-labelledby="activities-title">
        <h3 id="activities-title">{t("activity.list")}</h3>
        <div className="activity-fields">
          <button disabled={isAsking} onClick={read}>{t("activity.readAgain")}</button>
          <label className="check"><input type="checkbox" checked={withOver} onChange={(event) => setWithOver(event.target.checked)} /> {t("activity.withOver")}</label>
          <p role="status">{isAsking ? t("activity.reading") : answeredAt !== 0 ? t("activity.readAt", { time: timeOfDay(answeredAt) }) : ""}</p>
        </div>
        {mayChange && answer && <NewActivity client={client} owner={owner} groups={answer.groups} themes={themes} onDone={read} />}
        {failure && <FailureBox failure={failure} advice={readingAdviceOf(failure)} retry={read} signInBeside={signInBeside} />}
        {answer && shown.length === 0 && <p className="nothing">{t("activity.none")}</p>}
        {answer && shown.length > 0 && <ActivityTable activities={shown} reported={answer.reported} themes={themes} groupOf={groupOf} today={today} opened={opened} onOpen={setOpened} />}
        {answer && activity && mayChange && <ActivityPanel key={activity.name} client={client} activity={activity} groups={answer.groups} themes={themes} today={today} onDone={read} onClose={() => setOpened("")} />}
      </section>
      <ReportPart client={client} priorities={priorities} owner={owner} today={today} called={called} />
    </>
  );
}
