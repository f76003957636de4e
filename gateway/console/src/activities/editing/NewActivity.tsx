import type { Client } from "@connectrpc/connect";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useActing } from "../../acting/acting";
import { TroubleBox } from "../../acting/TroubleBox";
import type { TargetGroup } from "../../generated/handhaving/capacity/v1/activity_pb";
import type { ActivityService } from "../../generated/handhaving/capacity/v1/activity_service_pb";
import { useFocusBack } from "../../look/useFocusBack";
import { useStore } from "../../time/store";
import { activityOf, newActivity, type ActivityDraft } from "./activityDraft";
import { ActivityForm } from "./ActivityForm";

interface Properties {
  client: Client<typeof ActivityService>;
  owner: string;
  groups: readonly TargetGroup[];
  themes: ReadonlyMap<string, string>;
  onDone: () => void;
}

/** Enters an activity that is not there yet. */
export function NewActivity({ client, owner, groups, themes, onDone }: Properties) {
  const { t } = useTranslation();
  const { acts } = useActing();
  const [isOpen, setOpen] = useState(false);
  const button = useFocusBack(isOpen);
  const place = `activity ${owner}`;
  const isBusy = useStore(acts).busy.has(place);
  const enter = async (draft: ActivityDraft) => {
    const answer = await acts.run(place, t("activity.entered"), (requestId) => client.putActivity({ parent: owner, activity: activityOf(draft), requestId }));
    if (acts.isTaken(place, answer)) setOpen(false);
    onDone();
  };
  return (
    <div className="activity-new">
      <button ref={button} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>{t("activity.new")}</button>
      {isOpen && <ActivityForm first={newActivity} groups={groups} themes={themes} isBusy={isBusy} onSubmit={(draft) => void enter(draft)} onLeave={() => setOpen(false)} />}
      <TroubleBox place={place} />
    </div>
  );
}
