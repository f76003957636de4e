import type { Client } from "@connectrpc/connect";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useActing } from "../../acting/acting";
import { TroubleBox } from "../../acting/TroubleBox";
import { addDays, dayOf, isDay, periodOf } from "../../capacity/calendar/period";
import type { StaffTeam } from "../../generated/handhaving/capacity/v1/people_pb";
import type { Roster } from "../../generated/handhaving/capacity/v1/roster_pb";
import type { RosterService } from "../../generated/handhaving/capacity/v1/roster_service_pb";
import { useFocusBack } from "../../look/useFocusBack";
import { dateOfDay } from "../../time/date";
import { useStore } from "../../time/store";

interface Properties {
  client: Client<typeof RosterService>;
  owner: string;
  teams: readonly StaffTeam[];
  onMade: (roster: Roster) => void;
}

const most = 92; // days

/** Begins a draft of a team over whole days. */
export function NewRoster({ client, owner, teams, onMade }: Properties) {
  const { t } = useTranslation();
  const { acts } = useActing();
  const [isOpen, setOpen] = useState(false);
  const button = useFocusBack(isOpen);
  const [next] = useState(() => addDays(periodOf("week", dayOf(Date.now())).first, 35)); // beyond the term of notice of days of rest
  const [draft, setDraft] = useState({ team: "", first: next, last: addDays(next, 6) });
  const team = teams.some(({ name }) => name.endsWith(`/${draft.team}`)) ? draft.team : teams[0]?.name.split("/").at(-1) ?? "";
  const place = `new-roster ${owner}`;
  const isBusy = useStore(acts).busy.has(place);
  const isWrong = !isDay(draft.first) || !isDay(draft.last) || draft.last < draft.first || draft.last >= addDays(draft.first, most);
  const make = async () => {
    const answer = await acts.run(place, t("roster.new.made"), (requestId) => client.createRoster({ parent: owner, roster: { staffTeam: team, firstDay: dateOfDay(draft.first), lastDay: dateOfDay(draft.last) }, requestId }));
    if (answer?.roster) { onMade(answer.roster); setOpen(false); }
  };
  const day = (key: "first" | "last") => <label className="field">{t(`roster.new.${key}`)}<input type="date" value={draft[key]} aria-invalid={isWrong} onChange={(event) => setDraft({ ...draft, [key]: event.target.value })} /></label>;
  return (
    <div className="new-roster">
      <button ref={button} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>{t("roster.new.title")}</button>
      {isOpen && (
        <form onSubmit={(event) => { event.preventDefault(); if (!isWrong) void make(); }} onKeyDown={(event) => { if (event.key === "Escape") setOpen(false); }}>
          <label className="field">{t("roster.team")}<select value={team} onChange={(event) => setDraft({ ...draft, team: event.target.value })}>{teams.map(({ name, displayName }) => <option key={name} value={name.split("/").at(-1)}>{displayName}</option>)}</select></label>
          {day("first")}
          {day("last")}
          {isWrong && <p role="alert" className="problem-line">{t("roster.new.wrong", { most })}</p>}
          <button type="submit" className="main" disabled={isBusy || isWrong || team === ""}>{t("roster.new.make")}</button>
        </form>
      )}
      <TroubleBox place={place} />
    </div>
  );
}
