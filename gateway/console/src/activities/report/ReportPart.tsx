import { timestampFromMs } from "@bufbuild/protobuf/wkt";
import type { Client } from "@connectrpc/connect";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useActing } from "../../acting/acting";
import { readingAdviceOf } from "../../acting/advice";
import { FailureBox } from "../../acting/FailureBox";
import { useAnswer } from "../../asking/useAnswer";
import { addDays, isDay } from "../../capacity/calendar/period";
import type { ActivitySum } from "../../generated/handhaving/capacity/v1/activity_pb";
import type { ActivityService } from "../../generated/handhaving/capacity/v1/activity_service_pb";
import type { GetThemeBalanceResponse, PriorityService } from "../../generated/handhaving/capacity/v1/priority_service_pb";
import { dateOfDay } from "../../time/date";
import { momentOfField, timeOfDay } from "../../time/words";
import { groupings, linesOf, monthsOf, mostMonths, type Grouping, type MonthPart } from "./report";
import { ReportTable } from "./ReportTable";
import { ThemeTable } from "./ThemeTable";

interface Properties {
  client: Client<typeof ActivityService>;
  priorities: Client<typeof PriorityService>;
  owner: string;
  today: string;
  /** What a key of a grouping is called. */
  called: (by: Grouping, key: string) => string;
}

const usual = 62; // days back

interface Answer {
  parts: readonly MonthPart[];
  months: readonly (readonly ActivitySum[])[];
}

/** Which hours were planned and made in a stretch of months, by theme, area, group or kind; and what each theme got with the incidents counted in. */
export function ReportPart({ client, priorities, owner, today, called }: Properties) {
  const { t } = useTranslation();
  const { signInBeside } = useActing();
  const [{ from, to }, setDays] = useState(() => ({ from: `${addDays(today, -usual).slice(0, 7)}-01`, to: today }));
  const [by, setBy] = useState<Grouping>("theme");
  const hours = useAnswer<Answer>();
  const incidents = useAnswer<GetThemeBalanceResponse>();
  const isWrong = !isDay(from) || !isDay(to) || to < from || monthsOf(from, to).length > mostMonths;
  const read = () => {
    const parts = monthsOf(from, to);
    void hours.ask(async () => ({ parts, months: await Promise.all(parts.map(async ({ first, last }) => (await client.getActivityReport({ parent: owner, firstDay: dateOfDay(first), lastDay: dateOfDay(last) })).sums)) }));
    const until = to < today ? to : today; // incidents of days to come are not there yet
    const [start, end] = [momentOfField(`${from}T00:00`) ?? 0, momentOfField(`${addDays(until, 1)}T00:00`) ?? 0];
    void incidents.ask(() => priorities.getThemeBalance({ parent: owner, startTime: timestampFromMs(start), endTime: timestampFromMs(end) }));
  };
  const { answer } = hours;
  return (
    <section className="activity-part" aria-labelledby="report-title">
      <h3 id="report-title">{t("activity.report.title")}</h3>
      <form className="activity-fields" onSubmit={(event) => { event.preventDefault(); if (!isWrong) read(); }}>
        <label className="field">{t("activity.report.from")}<input type="date" value={from} aria-invalid={isWrong} onChange={(event) => setDays({ from: event.target.value, to })} /></label>
        <label className="field">{t("activity.report.to")}<input type="date" value={to} aria-invalid={isWrong} onChange={(event) => setDays({ from, to: event.target.value })} /></label>
        <button type="submit" className="main" disabled={isWrong || hours.isAsking}>{t("activity.report.ask")}</button>
        <div className="spans" role="group" aria-label={t("activity.report.by")}>{groupings.map((one) => <button type="button" key={one} aria-pressed={by === one} onClick={() => setBy(one)}>{t(`activity.report.grouping.${one}`)}</button>)}</div>
        <p role="status">{hours.isAsking ? t("activity.reading") : hours.answeredAt !== 0 ? t("activity.readAt", { time: timeOfDay(hours.answeredAt) }) : ""}</p>
      </form>
      {isWrong && <p role="alert" className="problem-line">{t("activity.report.wrong", { most: mostMonths })}</p>}
      {hours.failure && <FailureBox failure={hours.failure} advice={readingAdviceOf(hours.failure)} retry={read} signInBeside={signInBeside} />}
      {answer && <ReportTable parts={answer.parts} lines={linesOf(answer.months, by)} by={by} called={called} />}
      {incidents.failure && <FailureBox failure={incidents.failure} advice={readingAdviceOf(incidents.failure)} retry={read} signInBeside={signInBeside} />}
      {answer && incidents.answer && <ThemeTable lines={linesOf(answer.months, "theme")} balance={incidents.answer} called={called} />}
    </section>
  );
}
