import type { Client } from "@connectrpc/connect";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Guard } from "../acting/Guard";
import { sayDay } from "../capacity/calendar/period";
import type { Shortage, StaffFunction } from "../generated/handhaving/capacity/v1/ledger_pb";
import type { Officer } from "../generated/handhaving/capacity/v1/people_pb";
import { RosterState, type Roster } from "../generated/handhaving/capacity/v1/roster_pb";
import type { RosterService } from "../generated/handhaving/capacity/v1/roster_service_pb";
import { stretchOf } from "../time/stretch";
import { useStore } from "../time/store";
import { useWishes } from "../wishes/useWishes";
import { Board } from "./board/Board";
import { daysOf, rowsOf } from "./board/rows";
import { stateKey } from "./choosing/RosterList";
import { DeploymentPanel } from "./deployments/DeploymentPanel";
import { countOf, newId } from "./editing/edits";
import { draftOf, shiftOf, type ShiftDraft } from "./editing/shiftDraft";
import { ShiftForm } from "./editing/ShiftForm";
import { FilePart } from "./FilePart";
import { FindingPanel } from "./findings/FindingPanel";
import { findingsAt } from "./findings/findings";
import { againstWishes } from "./judging/judged";
import { Consequences } from "./judging/Consequences";
import { useJudged } from "./judging/useJudged";
import { KeepBar } from "./KeepBar";
import { PublishPart } from "./publishing/PublishPart";
import type { Rosters } from "./rosters";
import { OpenList } from "./solving/OpenList";
import { SolvePart } from "./solving/SolvePart";

interface Properties {
  rosters: Rosters;
  client: Client<typeof RosterService>;
  roster: Roster;
  owner: string;
  officers: readonly Officer[];
  functions: readonly StaffFunction[];
  onReadAgain: () => void;
}

const spans = [7, 14, 28] as const; // days

/** One roster: its board, what stands against it, and what is done with it as a whole. */
export function RosterPanel({ rosters, client, roster, owner, officers, functions, onReadAgain }: Properties) {
  const { t, i18n } = useTranslation();
  const { edits, open } = useStore(rosters);
  const [span, setSpan] = useState<number>(7);
  const [from, setFrom] = useState(0);
  const [draft, setDraft] = useState<ShiftDraft>();
  const [shortages, setShortages] = useState<readonly Shortage[]>([]);
  const board = useRef<HTMLDivElement>(null);
  const all = daysOf(roster);
  const days = all.slice(from, from + span);
  const { shifts } = rosters;
  const rows = rowsOf(officers, roster.staffTeam, shifts);
  const isUnkept = countOf(edits) > 0;
  const judged = useJudged(client, roster, edits);
  const findings = judged.findings ?? roster.findings;
  const { wishesAt, hasFailed } = useWishes(client, owner, all[0] ?? "", all.at(-1) ?? "");
  const mayChange = roster.state === RosterState.DRAFT || roster.state === RosterState.PUBLISHED;
  const nameOf = (code: string) => functions.find((one) => one.code === code)?.displayName ?? code;
  const show = (day: string) => {
    const at = all.indexOf(day);
    if (at >= 0 && (at < from || at >= from + span)) setFrom(Math.floor(at / span) * span);
  };
  const openShift = (id: string) => {
    const shift = shifts.find((one) => one.id === id);
    if (shift) { show(draftOf(shift).from.slice(0, 10)); setDraft(draftOf(shift)); }
  };
  const close = () => { setDraft(undefined); board.current?.querySelector<HTMLElement>("[data-stop][tabindex='0']")?.focus(); };
  const begin = (officer: string, day: string) => setDraft({ id: newId(), officer, function: officers.find(({ name }) => name === officer)?.contracts.at(-1)?.function ?? functions[0]?.code ?? "", unit: "", activity: "", from: `${day}T08:00`, to: `${day}T16:00`, breakMinutes: "", pinned: false, note: "", deployment: "" });
  const shown = shifts.find(({ id }) => id === draft?.id);
  const done = (next: Roster | undefined, short: readonly Shortage[]) => { rosters.took(next); setShortages(short); };
  return (
    <div className="roster">
      <div className="roster-bar">
        <span className={`roster-state ${stateKey(roster.state)}`}>{t(`roster.state.${stateKey(roster.state)}`)}</span>
        <div className="spans" role="group" aria-label={t("roster.span")}>{spans.map((one) => <button key={one} aria-pressed={span === one} onClick={() => { setSpan(one); setFrom(Math.floor(from / one) * one); }}>{t("roster.spanOf", { count: one })}</button>)}</div>
        <div className="period-steps">
          <button disabled={from === 0} onClick={() => setFrom(Math.max(0, from - span))}>{t("roster.before")}</button>
          <button disabled={from + span >= all.length} onClick={() => setFrom(from + span)}>{t("roster.after")}</button>
        </div>
        <p className="period" role="status">{sayDay(days[0] ?? "", i18n.language, "short")} - {sayDay(days.at(-1) ?? "", i18n.language, "short")}</p>
        {roster.state === RosterState.DRAFT && <PublishPart client={client} roster={roster} rows={rows} isUnkept={isUnkept} onDone={done} />}
      </div>
      {!mayChange && <p className="over">{t("roster.superseded")}</p>}
      <KeepBar rosters={rosters} roster={roster} rows={rows} onDone={(answer) => setShortages(answer.shortages)} onReadAgain={onReadAgain} isJudging={judged.isJudging}>
        <Consequences judged={judged} before={roster.findings} unwished={againstWishes(edits.put.values(), wishesAt)} rows={rows} onReadAgain={onReadAgain} />
      </KeepBar>
      {hasFailed && <p role="status" className="quiet">{t("wish.failed")}</p>}
      {shortages.length > 0 && <div role="status" className="shortages"><p>{t("roster.shortages")}</p><ul>{shortages.map((one) => <li key={`${one.function} ${one.startTime?.seconds}`}>{t("roster.shortage", { function: nameOf(one.function), count: one.missing, ...stretchOf(one) })}</li>)}</ul></div>}
      <FindingPanel findings={findings} shifts={shifts} rows={rows} onOpen={openShift} />
      <DeploymentPanel client={client} roster={roster} functionOf={nameOf} isUnkept={isUnkept} mayChange={mayChange} onDone={rosters.took} onOpen={openShift} />
      <div ref={board} className={draft ? "roster-body opened" : "roster-body"}>
        <Board
          rows={rows} days={days} bounds={{ first: all[0] ?? "", last: all.at(-1) ?? "", people: rows.map(({ officer }) => officer) }} shifts={shifts} findings={findings} open={open} wishesAt={wishesAt} edited={new Set(edits.put.keys())} opened={shown?.id ?? ""}
          label={t("roster.board")} functionOf={nameOf} mayChange={mayChange} onOpen={openShift} onNew={begin} onPut={rosters.put} onRemove={rosters.remove} onShow={show}
        />
        {draft && (
          <ShiftForm
            key={draft.id} first={draft} isNew={shown === undefined} rows={rows} functions={functions} units={[...new Set(shifts.flatMap(({ unit }) => unit.split("/").at(-1) || []))]} days={[all[0] ?? "", all.at(-1) ?? ""]}
            findings={shown ? findingsAt(shown, findings) : []} promises={roster.deployments} mayChange={mayChange} onTake={(taken) => { rosters.put(shiftOf(taken, owner)); close(); }} onRemove={() => { rosters.remove(draft.id); close(); }} onClose={close}
          />
        )}
      </div>
      {open && <OpenList open={open} />}
      {roster.state === RosterState.DRAFT && <Guard part={t("roster.solve.title")}><SolvePart client={client} roster={roster} owner={owner} functions={functions} isUnkept={isUnkept} onDone={rosters.took} /></Guard>}
      <FilePart client={client} roster={roster} rows={rows} isUnkept={isUnkept} onImported={onReadAgain} />
    </div>
  );
}
