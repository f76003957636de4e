import { createClient } from "@connectrpc/connect";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { ActingContext } from "../acting/acting";
import { readingAdviceOf } from "../acting/advice";
import { FailureBox } from "../acting/FailureBox";
import { Guard } from "../acting/Guard";
import { OwnerField } from "../asking/OwnerField";
import "../capacity/capacity.css";
import { useFunctions } from "../capacity/useFunctions";
import { useMunicipalityNames } from "../catalog/useMunicipalityNames";
import { transportTo } from "../contracts/transport";
import { LedgerService } from "../generated/handhaving/capacity/v1/ledger_service_pb";
import { PeopleService } from "../generated/handhaving/capacity/v1/people_service_pb";
import { RosterState } from "../generated/handhaving/capacity/v1/roster_pb";
import { RosterService } from "../generated/handhaving/capacity/v1/roster_service_pb";
import { People } from "../people/people";
import { useStaffTeams } from "../people/useStaffTeams";
import { ownersOf } from "../session/owners";
import { Done } from "../shell/Done";
import { pageActing } from "../shell/pageActing";
import { PageFrame } from "../shell/PageFrame";
import type { PageProperties } from "../shell/pages";
import { useStore } from "../time/store";
import { NewRoster } from "./choosing/NewRoster";
import { ReplaceButton } from "./choosing/ReplaceButton";
import { RosterList } from "./choosing/RosterList";
import { Rosters } from "./rosters";
import { RosterPanel } from "./RosterPanel";
import "./rosters.css";
import "../words/pages/roster";
import "../words/pages/table";
import "../words/pages/wish";

/** Who of a team works when: drafts that are judged by the law, and what people work by. */
export default function RosterPage({ session, person }: PageProperties) {
  const { t } = useTranslation();
  const [clients] = useState(() => {
    const transport = transportTo(() => session.token());
    return { ledger: createClient(LedgerService, transport), people: createClient(PeopleService, transport), rosters: createClient(RosterService, transport) };
  });
  const [rosters] = useState(() => new Rosters(clients.rosters));
  const [people] = useState(() => new People(clients.people));
  const [acting] = useState(() => pageActing(session));
  const names = useMunicipalityNames(session);
  const isPlanner = person.roles.includes("planner");
  const owners = isPlanner ? ownersOf(person) : [];
  const [asked, setAsked] = useState(() => ({ owner: new URLSearchParams(location.search).get("of") ?? "", roster: new URLSearchParams(location.search).get("roster") ?? "" }));
  const owner = owners.includes(asked.owner) ? asked.owner : owners[0] ?? "";
  const { functions } = useFunctions(clients.ledger, owner);
  const { teams } = useStaffTeams(clients.people, owner);
  const { listed, opened, phase, failure } = useStore(rosters);
  const { officers, failure: peopleFailure } = useStore(people);
  const read = () => void rosters.read(owner, asked.roster);
  useEffect(() => { if (owner !== "") void people.read(owner); }, [people, owner]);
  useEffect(() => { if (owner !== "") void rosters.read(owner, asked.roster); }, [rosters, owner, asked.roster]);
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => { if (rosters.isUnkept) event.preventDefault(); };
    addEventListener("beforeunload", warn);
    return () => removeEventListener("beforeunload", warn);
  }, [rosters]);
  const go = (next: { owner: string; roster: string }) => {
    setAsked(next);
    history.replaceState(null, "", `?${new URLSearchParams({ of: next.owner, ...(next.roster !== "" && { roster: next.roster }) }).toString()}`);
  };
  const troubled = failure ?? peopleFailure;
  return (
    <ActingContext value={acting}>
      <PageFrame session={session} person={person} title={t("roster.title")}>
        {!isPlanner && <p className="nothing">{t("roster.mayNot")}</p>}
        {isPlanner && owner === "" && <p>{t("session.noTeam")}</p>}
        {owner !== "" && (
          <>
            <div className="roster-choice">
              <OwnerField owners={owners} owner={owner} names={names} onChange={(chosen) => go({ owner: chosen, roster: "" })} />
              <NewRoster key={owner} client={clients.rosters} owner={owner} teams={teams} onMade={(roster) => { rosters.took(roster); go({ owner, roster: roster.name }); }} />
              {opened?.state === RosterState.PUBLISHED && <ReplaceButton client={clients.rosters} owner={owner} roster={opened} onMade={(roster) => { rosters.took(roster); go({ owner, roster: roster.name }); }} />}
              <button disabled={phase === "reading"} onClick={read}>{t("roster.readAgain")}</button>
              <p role="status">{phase === "reading" && t("roster.reading")}</p>
            </div>
            {troubled && <FailureBox failure={troubled} advice={readingAdviceOf(troubled)} retry={read} signInBeside={session.signInBeside} />}
            <div className="roster-layout">
              <RosterList rosters={listed} opened={asked.roster} teamOf={(team) => teams.find(({ name }) => name.endsWith(`/${team}`))?.displayName ?? team} onOpen={(roster) => go({ owner, roster })} />
              {opened && <Guard part={t("roster.title")} of={opened.name}><RosterPanel key={opened.name} rosters={rosters} client={clients.rosters} roster={opened} owner={owner} officers={officers} functions={functions ?? []} onReadAgain={read} /></Guard>}
            </div>
          </>
        )}
        <Done />
      </PageFrame>
    </ActingContext>
  );
}
