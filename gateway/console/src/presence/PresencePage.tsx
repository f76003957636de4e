import { createClient } from "@connectrpc/connect";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ActingContext } from "../acting/acting";
import { Guard } from "../acting/Guard";
import { OwnerField } from "../asking/OwnerField";
import { useOwner } from "../asking/useOwner";
import { useMunicipalityNames } from "../catalog/useMunicipalityNames";
import { transportTo } from "../contracts/transport";
import { PresenceService } from "../generated/handhaving/capacity/v1/presence_service_pb";
import { ZoneService } from "../generated/handhaving/capacity/v1/zone_service_pb";
import { AreaService } from "../generated/handhaving/dispatch/v1/area_service_pb";
import { ownersOf } from "../session/owners";
import { Done } from "../shell/Done";
import { pageActing } from "../shell/pageActing";
import { PageFrame } from "../shell/PageFrame";
import type { PageProperties } from "../shell/pages";
import "./presence.css";
import { PresencePart } from "./PresencePart";
import { useDistricts } from "./useDistricts";
import "../words/pages/presence";

const readers = ["planner", "police-chief", "mayor", "prosecutor", "supervisor"];

/** How long units were in which district, against what was agreed; and what nobody knows. */
export default function PresencePage({ session, person }: PageProperties) {
  const { t } = useTranslation();
  const [clients] = useState(() => {
    const transport = transportTo(() => session.token());
    return { areas: createClient(AreaService, transport), presence: createClient(PresenceService, transport), zones: createClient(ZoneService, transport) };
  });
  const [acting] = useState(() => pageActing(session));
  const names = useMunicipalityNames(session);
  const districts = useDistricts(clients.areas);
  const mayRead = readers.some((role) => person.roles.includes(role));
  const owners = mayRead ? ownersOf(person) : [];
  const [owner, choose] = useOwner(owners);
  return (
    <ActingContext value={acting}>
      <PageFrame session={session} person={person} title={t("presence.title")}>
        {!mayRead && <p className="nothing">{t("presence.mayNot")}</p>}
        {mayRead && owner === "" && <p>{t("session.noTeam")}</p>}
        {owner !== "" && (
          <>
            <div className="presence-fields"><OwnerField owners={owners} owner={owner} names={names} onChange={choose} /></div>
            <Guard part={t("presence.title")} of={owner}><PresencePart key={owner} client={clients.presence} zones={clients.zones} owner={owner} municipalities={person.municipalities} districts={districts} names={names} mayChange={person.roles.includes("planner")} /></Guard>
          </>
        )}
        <Done />
      </PageFrame>
    </ActingContext>
  );
}
