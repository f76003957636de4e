import { timestampFromMs } from "@bufbuild/protobuf/wkt";
import type { Client } from "@connectrpc/connect";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useActing } from "../../acting/acting";
import { readingAdviceOf } from "../../acting/advice";
import { FailureBox } from "../../acting/FailureBox";
import { useAnswer } from "../../asking/useAnswer";
import { addDays, dayOf, isDay } from "../../capacity/calendar/period";
import type { GetThemeBalanceResponse, PriorityService } from "../../generated/handhaving/capacity/v1/priority_service_pb";
import { momentOfField, timeOfDay } from "../../time/words";
import { BalanceTable } from "./BalanceTable";

const usual = 28; // days

/** How the hours of units divided over the themes in a stretch of days. */
export function BalancePart({ client, owner }: { client: Client<typeof PriorityService>; owner: string }) {
  const { t } = useTranslation();
  const { signInBeside } = useActing();
  const [{ from, to }, setDays] = useState(() => ({ from: addDays(dayOf(Date.now()), -usual), to: dayOf(Date.now()) }));
  const { answer, answeredAt, isAsking, failure, ask } = useAnswer<GetThemeBalanceResponse>();
  const isWrong = !isDay(from) || !isDay(to) || to < from;
  const read = () => {
    const [start, end] = [momentOfField(`${from}T00:00`) ?? 0, momentOfField(`${addDays(to, 1)}T00:00`) ?? 0];
    void ask(() => client.getThemeBalance({ parent: owner, startTime: timestampFromMs(start), endTime: timestampFromMs(end) }));
  };
  return (
    <section className="theme-part" aria-labelledby="balance-title">
      <h3 id="balance-title">{t("theme.balance.title")}</h3>
      <form className="theme-fields" onSubmit={(event) => { event.preventDefault(); if (!isWrong) read(); }}>
        <label className="field">{t("theme.balance.from")}<input type="date" value={from} aria-invalid={isWrong} onChange={(event) => setDays({ from: event.target.value, to })} /></label>
        <label className="field">{t("theme.balance.to")}<input type="date" value={to} aria-invalid={isWrong} onChange={(event) => setDays({ from, to: event.target.value })} /></label>
        <button type="submit" className="main" disabled={isWrong || isAsking}>{t("theme.balance.ask")}</button>
        <p role="status">{isAsking ? t("theme.reading") : answeredAt !== 0 ? t("theme.readAt", { time: timeOfDay(answeredAt) }) : ""}</p>
      </form>
      {failure && <FailureBox failure={failure} advice={readingAdviceOf(failure)} retry={read} signInBeside={signInBeside} />}
      {answer && <BalanceTable balance={answer} />}
    </section>
  );
}
