import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useActing } from "../acting/acting";
import { TroubleBox } from "../acting/TroubleBox";
import { RosterState, type Roster } from "../generated/handhaving/capacity/v1/roster_pb";
import type { ChangeShiftsResponse } from "../generated/handhaving/capacity/v1/roster_service_pb";
import { useNow } from "../time/clock";
import { useStore } from "../time/store";
import { fullMinute } from "../time/words";
import type { BoardRow } from "./board/rows";
import { countOf } from "./editing/edits";
import { changesOf } from "./publishing/changes";
import { NoticeForm } from "./publishing/NoticeForm";
import type { Decision } from "./publishing/unserved";
import type { Rosters } from "./rosters";

interface Properties {
  rosters: Rosters;
  roster: Roster;
  rows: readonly BoardRow[];
  onDone: (answer: ChangeShiftsResponse) => void;
  onReadAgain: () => void;
  /** What keeping would do. */
  children: ReactNode;
  /** What keeping would do is not known yet. */
  isJudging: boolean;
}

/** What was changed here and is not kept yet: keeping it, or throwing it away; and who else changed the roster meanwhile. */
export function KeepBar({ rosters, roster, rows, onDone, onReadAgain, children, isJudging }: Properties) {
  const { t } = useTranslation();
  const { acts } = useActing();
  const { edits, clash } = useStore(rosters);
  const [isAsking, setAsking] = useState(false);
  const place = `keep ${roster.name}`;
  const { busy, troubles } = useStore(acts);
  const now = useNow();
  const count = countOf(edits);
  const isPublished = roster.state === RosterState.PUBLISHED;
  const keep = async (reason: string, consents: readonly string[], decisions: Decision[] = []) => {
    const answer = await acts.run(place, t("roster.keep.done"), async (requestId) => {
      const done = await rosters.keep(requestId, reason, consents, decisions);
      setAsking(false);
      onDone(done);
      return done;
    });
    const failure = acts.state.troubles.get(place)?.failure;
    if (!answer && typeof failure === "object" && failure.reason === "ETAG_MISMATCH") onReadAgain();
  };
  if (count === 0 && !troubles.has(place)) return null;
  return (
    <section className="keep-bar" aria-label={t("roster.keep.title")}>
      <div className="buttons">
        <strong>{t("roster.keep.count", { count })}</strong>
        <button className="main" disabled={busy.has(place) || count === 0 || isJudging} aria-expanded={isPublished ? isAsking : undefined} onClick={() => (isPublished ? setAsking(!isAsking) : void keep("", []))}>{t("roster.keep.title")}</button>
        <button disabled={busy.has(place) || count === 0} onClick={() => { acts.putAway(place); rosters.throwAway(); setAsking(false); }}>{t("roster.keep.throwAway")}</button>
      </div>
      {clash && (
        <p role="alert" className="clash">{t("roster.keep.clash", { who: clash.by, time: clash.at === 0 ? "" : fullMinute(clash.at) })} {clash.shifts.length > 0 ? t("roster.keep.clashing", { count: clash.shifts.length }) : t("roster.keep.notClashing")}</p>
      )}
      {count > 0 && children}
      {isAsking
        ? <NoticeForm place={place} title={t("roster.keep.title")} confirm={t("roster.keep.title")} changes={changesOf(roster.shifts, rosters.shifts, now)} rows={rows} onSubmit={(reason, consents, decisions) => void keep(reason, consents, decisions)} onLeave={() => setAsking(false)} />
        : <TroubleBox place={place} />}
    </section>
  );
}
