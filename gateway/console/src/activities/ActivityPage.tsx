import { createClient } from "@connectrpc/connect";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ActingContext } from "../acting/acting";
import { Guard } from "../acting/Guard";
import { OwnerField } from "../asking/OwnerField";
import { useOwner } from "../asking/useOwner";
import { useMunicipalityNames } from "../catalog/useMunicipalityNames";
import { transportTo } from "../contracts/transport";
import { ActivityService } from "../generated/handhaving/capacity/v1/activity_service_pb";
import { PriorityService } from "../generated/handhaving/capacity/v1/priority_service_pb";
import { ownersOf } from "../session/owners";
import { Done } from "../shell/Done";
import { pageActing } from "../shell/pageActing";
import { PageFrame } from "../shell/PageFrame";
import type { PageProperties } from "../shell/pages";
import "./activities.css";
import { ActivityPart } from "./ActivityPart";
import { useThemeNames } from "./useThemeNames";
import "../words/pages/activity";

const readers = ["planner", "police-chief", "mayor", "prosecutor", "supervisor"];

/** Projects, prevention and traffic work of a team or municipality: who gives hours, what is planned, what was made, and for which theme. */
export default function ActivityPage({ session, person }: PageProperties) {
  const { t } = useTranslation();
  const [{ client, priorities }] = useState(() => {
    const transport = transportTo(() => session.token());
    return { client: createClient(ActivityService, transport), priorities: createClient(PriorityService, transport) };
  });
  const [acting] = useState(() => pageActing(session));
  const names = useMunicipalityNames(session);
  const mayRead = readers.some((role) => person.roles.includes(role));
  const owners = mayRead ? ownersOf(person) : [];
  const [owner, choose] = useOwner(owners);
  const themes = useThemeNames(priorities, owner, person.teams);
  return (
    <ActingContext value={acting}>
      <PageFrame session={session} person={person} title={t("activity.title")}>
        {!mayRead && <p className="nothing">{t("activity.mayNot")}</p>}
        {mayRead && owner === "" && <p>{t("session.noTeam")}</p>}
        {owner !== "" && (
          <>
            <div className="activity-fields"><OwnerField owners={owners} owner={owner} names={names} onChange={choose} /></div>
            <Guard part={t("activity.title")} of={owner}><ActivityPart key={owner} client={client} priorities={priorities} owner={owner} themes={themes} mayChange={person.roles.includes("planner")} /></Guard>
          </>
        )}
        <Done />
      </PageFrame>
    </ActingContext>
  );
}
