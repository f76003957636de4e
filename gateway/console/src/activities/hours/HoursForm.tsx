import type { Client } from "@connectrpc/connect";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useActing } from "../../acting/acting";
import { readingAdviceOf } from "../../acting/advice";
import { FailureBox } from "../../acting/FailureBox";
import { TroubleBox } from "../../acting/TroubleBox";
import { useAnswer } from "../../asking/useAnswer";
import { isDay } from "../../capacity/calendar/period";
import { ownerOf } from "../../contracts/names";
import type { Activity } from "../../generated/handhaving/capacity/v1/activity_pb";
import type { ActivityService, GetActivityReportResponse } from "../../generated/handhaving/capacity/v1/activity_service_pb";
import { dateOfDay } from "../../time/date";
import { useStore } from "../../time/store";
import { hoursProblem, hoursSent, type HoursDraft } from "./hours";

interface Properties {
  client: Client<typeof ActivityService>;
  activity: Activity;
  today: string;
  onDone: () => void;
}

/** Hours of an organisation on one day: planned beforehand, made afterwards; what stands there now is shown beside the fields. */
export function HoursForm({ client, activity, today, onDone }: Properties) {
  const { t } = useTranslation();
  const { acts, signInBeside } = useActing();
  const [draft, setDraft] = useState<HoursDraft>({ day: today, organisation: activity.partners[0]?.organisation ?? "", planned: "", delivered: "" });
  const { answer, failure, ask } = useAnswer<GetActivityReportResponse>();
  const place = `hours ${activity.name}`;
  const isBusy = useStore(acts).busy.has(place);
  const problem = hoursProblem(draft, today);
  const { day, organisation } = draft;
  const read = () => { if (isDay(day)) void ask(() => client.getActivityReport({ parent: ownerOf(activity.name), firstDay: dateOfDay(day), lastDay: dateOfDay(day), kind: activity.kind })); };
  useEffect(read, [client, activity.name, activity.kind, ask, day]);
  const now = answer?.activities.find((one) => one.activity === activity.name && one.organisation === organisation);
  const change = (part: Partial<HoursDraft>) => setDraft({ ...draft, ...part });
  const keep = async () => {
    const done = await acts.run(place, t("activity.hours.done"), (requestId) => client.putActivityHours({ name: activity.name, requestId, ...hoursSent(draft) }));
    if (done) change({ planned: "", delivered: "" });
    read();
    onDone();
  };
  return (
    <form className="hours-form" aria-labelledby="hours-title" onSubmit={(event) => { event.preventDefault(); if (!problem) void keep(); }}>
      <h4 id="hours-title">{t("activity.hours.title")}</h4>
      <div className="activity-fields">
        <label className="field">{t("activity.hours.day")}<input type="date" value={day} aria-invalid={problem === "day"} onChange={(event) => change({ day: event.target.value })} /></label>
        <label className="field">{t("activity.hours.whose")}<select value={organisation} onChange={(event) => change({ organisation: event.target.value })}>{activity.partners.map((one) => <option key={one.organisation} value={one.organisation}>{one.organisation}</option>)}</select></label>
        <label className="field hours">{t("activity.hours.planned")}<input inputMode="decimal" value={draft.planned} maxLength={8} aria-invalid={problem === "planned"} onChange={(event) => change({ planned: event.target.value })} /></label>
        <label className="field hours">{t("activity.hours.delivered")}<input inputMode="decimal" value={draft.delivered} maxLength={8} aria-invalid={problem === "delivered" || problem === "ahead"} onChange={(event) => change({ delivered: event.target.value })} /></label>
        <button type="submit" className="main" disabled={problem !== undefined || isBusy}>{t("activity.hours.keep")}</button>
      </div>
      <p role="status">{answer ? t("activity.hours.now", { planned: now?.plannedHours ?? 0, delivered: now?.deliveredHours ?? 0 }) : ""} {t("activity.hours.emptyStays")}</p>
      {problem !== undefined && problem !== "nothing" && <p role="alert" className="problem-line">{t(`activity.hours.problem.${problem}`)}</p>}
      {failure && <FailureBox failure={failure} advice={readingAdviceOf(failure)} retry={read} signInBeside={signInBeside} />}
      <TroubleBox place={place} />
    </form>
  );
}
