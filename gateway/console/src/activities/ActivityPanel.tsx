import type { Client } from "@connectrpc/connect";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useActing } from "../acting/acting";
import { TroubleBox } from "../acting/TroubleBox";
import { ownerOf } from "../contracts/names";
import type { Activity, TargetGroup } from "../generated/handhaving/capacity/v1/activity_pb";
import type { ActivityService } from "../generated/handhaving/capacity/v1/activity_service_pb";
import { useStore } from "../time/store";
import { minuteOf } from "../time/stretch";
import { isOver } from "./activities";
import { activityOf, draftOf, type ActivityDraft } from "./editing/activityDraft";
import { ActivityForm } from "./editing/ActivityForm";
import { HoursForm } from "./hours/HoursForm";

interface Properties {
  client: Client<typeof ActivityService>;
  activity: Activity;
  groups: readonly TargetGroup[];
  themes: ReadonlyMap<string, string>;
  today: string;
  onDone: () => void;
  onClose: () => void;
}

/** One activity: its hours on a day, changing it and ending it. */
export function ActivityPanel({ client, activity, groups, themes, today, onDone, onClose }: Properties) {
  const { t } = useTranslation();
  const { acts } = useActing();
  const [isChanging, setChanging] = useState(false);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => { if (!isChanging) title.current?.focus(); }, [isChanging]);
  const place = `activity ${activity.name}`;
  const isBusy = useStore(acts).busy.has(place);
  const put = async (draft: ActivityDraft, said: string) => {
    const answer = await acts.run(place, said, (requestId) => client.putActivity({ parent: ownerOf(activity.name), activity: activityOf(draft), requestId }));
    if (acts.isTaken(place, answer)) setChanging(false);
    onDone();
  };
  return (
    <section className="panel activity" aria-labelledby="activity-title" onKeyDown={(event) => { if (event.key === "Escape" && !event.defaultPrevented) onClose(); }}>
      <div className="panel-head">
        <h3 id="activity-title" ref={title} tabIndex={-1}>{activity.displayName}</h3>
        <button onClick={onClose}>{t("activity.close")} <kbd>{t("key.escape")}</kbd></button>
      </div>
      <div className="activity-body">
        <p className="quiet">{t("activity.changed", { who: activity.changedBy, time: minuteOf(activity.changeTime) })}</p>
        <HoursForm key={activity.etag} client={client} activity={activity} today={today} onDone={onDone} />
        {isChanging
          ? <ActivityForm first={draftOf(activity)} groups={groups} themes={themes} isBusy={isBusy} onSubmit={(draft) => void put(draft, t("activity.changedSaid"))} onLeave={() => setChanging(false)} />
          : (
            <div className="buttons">
              <button onClick={() => setChanging(true)}>{t("activity.changeIt")}</button>
              <button disabled={isBusy || isOver(activity, today) || draftOf(activity).end === today} onClick={() => void put({ ...draftOf(activity), end: today }, t("activity.ended"))}>{t("activity.end")}</button>
            </div>
          )}
        <TroubleBox place={place} />
      </div>
    </section>
  );
}
