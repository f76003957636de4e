import { createClient } from "@connectrpc/connect";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { ActingContext } from "../acting/acting";
import { readingAdviceOf } from "../acting/advice";
import { FailureBox } from "../acting/FailureBox";
import { Guard } from "../acting/Guard";
import { OwnerField } from "../asking/OwnerField";
import { TextField } from "../asking/TextField";
import { dayOf } from "../capacity/calendar/period";
import { useFunctions } from "../capacity/useFunctions";
import { useMunicipalityNames } from "../catalog/useMunicipalityNames";
import { transportTo } from "../contracts/transport";
import { LedgerService } from "../generated/handhaving/capacity/v1/ledger_service_pb";
import { PeopleService } from "../generated/handhaving/capacity/v1/people_service_pb";
import { ownersOf } from "../session/owners";
import { Done } from "../shell/Done";
import { pageActing } from "../shell/pageActing";
import { PageFrame } from "../shell/PageFrame";
import type { PageProperties } from "../shell/pages";
import { useNow } from "../time/clock";
import { useStore } from "../time/store";
import { timeOfDay } from "../time/words";
import { OfficerPanel } from "./OfficerPanel";
import { OfficerTable } from "./OfficerTable";
import { found } from "./officers";
import { People } from "./people";
import "./people.css";
import { TablePart } from "./TablePart";
import { useStaffTeams } from "./useStaffTeams";
import "../words/pages/people";
import "../words/pages/table";

/** People of a team or municipality: what they may do, until when, and when they are away. */
export default function OfficerPage({ session, person }: PageProperties) {
  const { t } = useTranslation();
  const [{ client, ledger }] = useState(() => {
    const transport = transportTo(() => session.token());
    return { client: createClient(PeopleService, transport), ledger: createClient(LedgerService, transport) };
  });
  const [people] = useState(() => new People(client));
  const [acting] = useState(() => pageActing(session));
  const municipalities = useMunicipalityNames(session);
  const isPlanner = person.roles.includes("planner");
  const owners = isPlanner ? ownersOf(person) : [];
  const [asked, setAsked] = useState(() => new URLSearchParams(location.search).get("of") ?? "");
  const owner = owners.includes(asked) ? asked : owners[0] ?? "";
  const [words, setWords] = useState("");
  const [opened, setOpened] = useState("");
  const { teams } = useStaffTeams(client, owner);
  const { functions } = useFunctions(ledger, owner);
  const { officers, phase, readAt, failure } = useStore(people);
  const today = dayOf(useNow());
  const read = () => void people.read(owner);
  useEffect(() => { if (owner !== "") void people.read(owner); }, [people, owner]);
  const officer = officers.find(({ name }) => name === opened);
  const called = {
    teamOf: (team: string) => teams.find(({ name }) => name.endsWith(`/${team}`))?.displayName ?? team,
    functionOf: (code: string) => functions?.find((one) => one.code === code)?.displayName ?? code,
    placeOf: (code: string) => municipalities.get(code) ?? code,
  };
  const shown = found(officers, words);
  return (
    <ActingContext value={acting}>
      <PageFrame session={session} person={person} title={t("people.title")}>
        {!isPlanner && <p className="nothing">{t("people.mayNot")}</p>}
        {isPlanner && owner === "" && <p>{t("session.noTeam")}</p>}
        {owner !== "" && (
          <>
            <div className="people-choice">
              <OwnerField owners={owners} owner={owner} names={municipalities} onChange={(chosen) => { setAsked(chosen); setOpened(""); history.replaceState(null, "", `?${new URLSearchParams({ of: chosen }).toString()}`); }} />
              <TextField label={t("people.filter")} value={words} most={100} onChange={setWords} />
              <button disabled={phase === "reading"} onClick={read}>{t("people.readAgain")}</button>
              <p role="status">{phase === "reading" ? t("people.reading") : readAt !== 0 && !failure ? t("people.readAt", { time: timeOfDay(readAt), count: shown.length }) : ""}</p>
            </div>
            {failure && <FailureBox failure={failure} advice={readingAdviceOf(failure)} retry={read} signInBeside={session.signInBeside} />}
            <div className={officer ? "people-layout opened" : "people-layout"}>
              {shown.length > 0 && <OfficerTable officers={shown} opened={opened} today={today} names={called} onOpen={setOpened} />}
              {officer && <Guard part={officer.displayName} of={officer.name}><OfficerPanel key={officer.name} client={client} officer={officer} names={called} today={today} onDone={people.took} onReadAgain={read} onClose={() => setOpened("")} /></Guard>}
            </div>
            {phase === "read" && shown.length === 0 && <p className="nothing">{t("people.none")}</p>}
            <TablePart key={owner} client={client} owner={owner} onImported={read} />
          </>
        )}
        <Done />
      </PageFrame>
    </ActingContext>
  );
}
