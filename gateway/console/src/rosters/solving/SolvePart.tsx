import type { Client } from "@connectrpc/connect";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useActing } from "../../acting/acting";
import { readingAdviceOf } from "../../acting/advice";
import { FailureBox } from "../../acting/FailureBox";
import type { StaffFunction } from "../../generated/handhaving/capacity/v1/ledger_pb";
import type { Roster } from "../../generated/handhaving/capacity/v1/roster_pb";
import type { OpenShift, RosterService } from "../../generated/handhaving/capacity/v1/roster_service_pb";
import { dayOfDate } from "../../time/date";
import { useStore } from "../../time/store";
import { Progress } from "./Progress";
import { Search } from "./search";
import { askedOf, problemOf, rememberedWanted, type Wanted } from "./wanted";
import { WantedTable } from "./WantedTable";

interface Properties {
  client: Client<typeof RosterService>;
  roster: Roster;
  owner: string;
  functions: readonly StaffFunction[];
  /** True: what was changed here is not kept yet. */
  isUnkept: boolean;
  onDone: (roster: Roster | undefined, open: readonly OpenShift[]) => void;
}

/** Fills the draft by a search that is followed and can be stopped. */
export function SolvePart({ client, roster, owner, functions, isUnkept, onDone }: Properties) {
  const { t } = useTranslation();
  const { signInBeside } = useActing();
  const [search] = useState(() => new Search(client));
  const state = useStore(search);
  const remembered = `handhaving-wanted ${owner}/${roster.staffTeam}`;
  const [wanted, setWanted] = useState<readonly Wanted[]>(() => rememberedWanted(localStorage.getItem(remembered)));
  const [seconds, setSeconds] = useState("10");
  const problem = problemOf(wanted) ?? (Number(seconds) >= 0.1 && Number(seconds) <= 60 ? undefined : "seconds");
  const isRunning = state.phase === "running";
  const run = async () => {
    localStorage.setItem(remembered, JSON.stringify(wanted));
    const last = await search.run({ name: roster.name, etag: roster.etag, ...askedOf(wanted, owner, dayOfDate(roster.firstDay), dayOfDate(roster.lastDay)), seed: 1, seconds: Number(seconds) });
    if (last) onDone(last.roster, last.openShifts);
  };
  return (
    <details className="panel solve">
      <summary>{t("roster.solve.title")}</summary>
      <p className="quiet">{t("roster.solve.about")}</p>
      <form onSubmit={(event) => { event.preventDefault(); if (!problem && !isUnkept && !isRunning) void run(); }}>
        <WantedTable wanted={wanted} functions={functions} onChange={setWanted} />
        <label className="field seconds">{t("roster.solve.seconds")}<input inputMode="decimal" value={seconds} onChange={(event) => setSeconds(event.target.value)} /></label>
        {problem && <p className="quiet" role="status">{t(`roster.solve.problem.${problem}`)}</p>}
        {isUnkept && <p className="quiet">{t("roster.publish.keepFirst")}</p>}
        <div className="buttons">
          <button type="submit" className="main" disabled={problem !== undefined || isUnkept || isRunning}>{t("roster.solve.run")}</button>
          {isRunning && <button type="button" onClick={search.stop}>{t("roster.solve.stop")}</button>}
        </div>
      </form>
      <Progress state={state} />
      {state.failure && <FailureBox failure={state.failure} advice={readingAdviceOf(state.failure)} retry={undefined} signInBeside={signInBeside} />}
    </details>
  );
}
