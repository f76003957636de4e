import { createClient } from "@connectrpc/connect";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { ActingContext } from "../acting/acting";
import { readingAdviceOf } from "../acting/advice";
import { FailureBox } from "../acting/FailureBox";
import { Guard } from "../acting/Guard";
import { OwnerField } from "../asking/OwnerField";
import { dayOf } from "../capacity/calendar/period";
import { Claims } from "../capacity/claims";
import { ownersToSee } from "../capacity/owners";
import { useMunicipalityNames } from "../catalog/useMunicipalityNames";
import "../conflicts/conflicts.css";
import { useNames } from "../conflicts/names";
import { transportTo } from "../contracts/transport";
import { PriorityService } from "../generated/handhaving/capacity/v1/priority_service_pb";
import { ReservationService } from "../generated/handhaving/capacity/v1/reservation_service_pb";
import { Done } from "../shell/Done";
import { pageActing } from "../shell/pageActing";
import { PageFrame } from "../shell/PageFrame";
import type { PageProperties } from "../shell/pages";
import { useNow } from "../time/clock";
import { useStore } from "../time/store";
import { BalancePart } from "./balance/BalancePart";
import { NewProfile } from "./profiles/NewProfile";
import { ProfileCard } from "./profiles/ProfileCard";
import { Profiles } from "./profiles/profiles";
import "./themes.css";
import "../words/pages/conflict";
import "../words/pages/theme";

const readers = ["planner", "police-chief", "mayor", "prosecutor", "supervisor"];

/** Priorities of the safety plan, how the hours divide over them, and what those who must be heard say. */
export default function ThemePage({ session, person }: PageProperties) {
  const { t } = useTranslation();
  const [{ client, claims }] = useState(() => {
    const transport = transportTo(() => session.token());
    return { client: createClient(PriorityService, transport), claims: new Claims(createClient(ReservationService, transport)) };
  });
  const [profiles] = useState(() => new Profiles(client));
  const [acting] = useState(() => pageActing(session));
  const municipalities = useMunicipalityNames(session);
  const names = useNames(undefined, municipalities);
  const today = dayOf(useNow());
  const mayRead = readers.some((role) => person.roles.includes(role));
  const [asked, setAsked] = useState(() => new URLSearchParams(location.search).get("of") ?? "");
  const { reservations } = useStore(claims);
  const owners = mayRead ? ownersToSee(person, reservations, asked) : []; // a mayor is heard about the team too
  useEffect(() => { if (mayRead) void claims.read(); }, [claims, mayRead]);
  const owner = owners.includes(asked) ? asked : owners[0] ?? "";
  const { profiles: listed, phase, hasMore, failure } = useStore(profiles);
  const read = () => void profiles.read(owner);
  useEffect(() => { if (owner !== "") void profiles.read(owner); }, [profiles, owner]);
  return (
    <ActingContext value={acting}>
      <PageFrame session={session} person={person} title={t("theme.title")}>
        {!mayRead && <p className="nothing">{t("theme.mayNot")}</p>}
        {mayRead && owner === "" && <p>{t("session.noTeam")}</p>}
        {owner !== "" && (
          <>
            <div className="theme-fields"><OwnerField owners={owners} owner={owner} names={municipalities} onChange={(chosen) => { setAsked(chosen); history.replaceState(null, "", `?${new URLSearchParams({ of: chosen }).toString()}`); }} /></div>
            <Guard part={t("theme.balance.title")} of={owner}><BalancePart key={owner} client={client} owner={owner} /></Guard>
            <section className="theme-part" aria-labelledby="versions-title">
              <h3 id="versions-title">{t("theme.versions")}</h3>
              <p role="status">{phase === "reading" && t("theme.reading")}</p>
              {failure && <FailureBox failure={failure} advice={readingAdviceOf(failure)} retry={read} signInBeside={session.signInBeside} />}
              {phase === "read" && listed.length === 0 && <p className="quiet">{t("theme.noVersions")}</p>}
              {phase === "read" && person.roles.includes("planner") && <NewProfile key={owner} client={client} owner={owner} latest={listed[0]} onDone={read} />}
              {listed.map((profile) => <Guard key={profile.name} part={profile.name}><ProfileCard profile={profile} client={client} person={person} names={names} today={today} onActed={read} /></Guard>)}
              {hasMore && <p className="due">{t("theme.olderVersions")}</p>}
            </section>
          </>
        )}
        <Done />
      </PageFrame>
    </ActingContext>
  );
}
