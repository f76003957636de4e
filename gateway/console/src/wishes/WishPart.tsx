import type { Client } from "@connectrpc/connect";
import { useCallback, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useActing } from "../acting/acting";
import { readingAdviceOf } from "../acting/advice";
import { FailureBox } from "../acting/FailureBox";
import { TroubleBox } from "../acting/TroubleBox";
import { useAnswer } from "../asking/useAnswer";
import { addDays, dayOf, sayDay } from "../capacity/calendar/period";
import type { RosterService, ShiftWish } from "../generated/handhaving/capacity/v1/roster_service_pb";
import { useNow } from "../time/clock";
import { dateOfDay, dayOfDate } from "../time/date";
import { useStore } from "../time/store";
import { timeOfDay } from "../time/words";
import { WishForm } from "./WishForm";
import { likingOf, reach, readWishes, wishesWith, wishesWithout, type WishDraft } from "./wishes";

interface Properties {
  client: Client<typeof RosterService>;
  owner: string;
  /** Name of the officer whose page it is. */
  officer: string;
}

/** What one said that one would like, and saying more or taking it back. */
export function WishPart({ client, owner, officer }: Properties) {
  const { t, i18n } = useTranslation();
  const { acts, signInBeside } = useActing();
  const title = useRef<HTMLHeadingElement>(null);
  const today = dayOf(useNow());
  const { answer, answeredAt, isAsking, failure, ask } = useAnswer<readonly ShiftWish[]>();
  const place = "wish";
  const isBusy = useStore(acts).busy.has(place);
  const read = useCallback(() => void ask(() => readWishes(client, owner, dayOf(Date.now()), addDays(dayOf(Date.now()), reach - 1), officer)), [ask, client, owner, officer]);
  useEffect(read, [read]);
  const set = async (said: string, first: string, last: string, wishes: ReturnType<typeof wishesWith>): Promise<boolean> => {
    const done = await acts.run(place, said, (requestId) => client.setShiftWishes({ parent: owner, officer, firstDay: dateOfDay(first), lastDay: dateOfDay(last), wishes, requestId }));
    read();
    return done !== undefined;
  };
  const say = async (draft: WishDraft, taken: () => void) => { if (await set(t("wish.said"), draft.from, draft.to, wishesWith(answer ?? [], officer, draft))) taken(); };
  const takeBack = async (wish: ShiftWish) => {
    const day = dayOfDate(wish.day);
    if (await set(t("wish.tookBack"), day, day, wishesWithout(answer ?? [], wish))) title.current?.focus();
  };
  return (
    <>
      <p>{t("wish.about")}</p>
      {answer && <WishForm today={today} isBusy={isBusy || isAsking} onSubmit={(draft, taken) => void say(draft, taken)} />}
      <TroubleBox place={place} />
      <section className="wish-list" aria-labelledby="wishes-title">
        <h3 id="wishes-title" ref={title} tabIndex={-1}>{t("wish.list")}</h3>
        <p role="status">{isAsking ? t("wish.reading") : answeredAt !== 0 ? t("wish.readAt", { time: timeOfDay(answeredAt) }) : ""}</p>
        {failure && <FailureBox failure={failure} advice={readingAdviceOf(failure)} retry={read} signInBeside={signInBeside} />}
        {answer?.length === 0 && <p className="quiet">{t("wish.none")}</p>}
        <ul>
          {answer?.map((wish) => {
            const words = t(`wish.line.${likingOf(wish)}`, { code: wish.code });
            const day = sayDay(dayOfDate(wish.day), i18n.language, "long");
            return <li key={`${day} ${wish.code}`}><span><strong>{day}</strong> {words}</span><button disabled={isBusy || isAsking} aria-label={t("wish.takeBackOf", { day, words })} onClick={() => void takeBack(wish)}>{t("wish.takeBack")}</button></li>;
          })}
        </ul>
      </section>
    </>
  );
}
