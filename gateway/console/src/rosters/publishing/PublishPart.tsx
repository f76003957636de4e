import type { Client } from "@connectrpc/connect";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useActing } from "../../acting/acting";
import { FailureBox } from "../../acting/FailureBox";
import { readingAdviceOf } from "../../acting/advice";
import { failureOf, type Failure } from "../../contracts/failure";
import type { Shortage } from "../../generated/handhaving/capacity/v1/ledger_pb";
import type { Roster, RosterShift } from "../../generated/handhaving/capacity/v1/roster_pb";
import type { RosterService } from "../../generated/handhaving/capacity/v1/roster_service_pb";
import { useFocusBack } from "../../look/useFocusBack";
import { useNow } from "../../time/clock";
import type { BoardRow } from "../board/rows";
import { changesOf } from "./changes";
import { NoticeForm } from "./NoticeForm";
import type { Decision } from "./unserved";

interface Properties {
  client: Client<typeof RosterService>;
  roster: Roster;
  rows: readonly BoardRow[];
  /** True: what was changed here is not kept yet. */
  isUnkept: boolean;
  onDone: (roster: Roster | undefined, shortages: readonly Shortage[]) => void;
}

/** Lets people work by a draft, after showing what that changes for them. */
export function PublishPart({ client, roster, rows, isUnkept, onDone }: Properties) {
  const { t } = useTranslation();
  const { acts, signInBeside } = useActing();
  const [told, setTold] = useState<readonly RosterShift[]>();
  const [failure, setFailure] = useState<Failure>();
  const button = useFocusBack(told !== undefined);
  const now = useNow();
  const place = `publish ${roster.name}`;
  const begin = async () => {
    setFailure(undefined);
    try {
      setTold(roster.replaces === "" ? [] : (await client.getRoster({ name: roster.replaces })).roster?.shifts ?? []);
    } catch (error) {
      setFailure(failureOf(error));
    }
  };
  // What is decided about open work is kept also where something else stands in the way of publishing.
  const settled = async (decisions: Decision[], requestId: string) => {
    if (decisions.length === 0) return roster.etag;
    const decided = (await client.decideUnserved({ name: roster.name, etag: roster.etag, decisions, requestId })).roster;
    onDone(decided, []);
    return decided?.etag ?? roster.etag;
  };
  const publish = async (reason: string, consents: readonly string[], decisions: Decision[]) => {
    const answer = await acts.run(place, t("roster.publish.done"), async (requestId) => {
      const etag = await settled(decisions, requestId);
      const done = await client.publishRoster({ name: roster.name, etag, reason, consents: [...consents], requestId });
      onDone(done.roster, done.shortages);
      return done;
    });
    if (answer) setTold(undefined);
  };
  return (
    <section className="publish" aria-label={t("roster.publish.title")}>
      <button ref={button} className="main" disabled={isUnkept} aria-expanded={told !== undefined} onClick={() => (told ? setTold(undefined) : void begin())}>{t("roster.publish.title")}</button>
      {isUnkept && <span className="quiet"> {t("roster.publish.keepFirst")}</span>}
      {failure && <FailureBox failure={failure} advice={readingAdviceOf(failure)} retry={() => void begin()} signInBeside={signInBeside} />}
      {told && <NoticeForm place={place} title={t("roster.publish.title")} confirm={t("roster.publish.confirm")} changes={changesOf(told, roster.shifts, now)} rows={rows} onSubmit={(reason, consents, decisions) => void publish(reason, consents, decisions)} onLeave={() => setTold(undefined)} />}
    </section>
  );
}
