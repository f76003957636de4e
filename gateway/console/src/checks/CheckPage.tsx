import { createClient } from "@connectrpc/connect";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ActingContext } from "../acting/acting";
import { Guard } from "../acting/Guard";
import { OwnerField } from "../asking/OwnerField";
import { useOwner } from "../asking/useOwner";
import { useMunicipalityNames } from "../catalog/useMunicipalityNames";
import { useNames } from "../conflicts/names";
import { transportTo } from "../contracts/transport";
import { JointCheckService } from "../generated/handhaving/capacity/v1/joint_check_service_pb";
import { UnitService } from "../generated/handhaving/dispatch/v1/unit_service_pb";
import { ownersOf, platformOwner } from "../session/owners";
import { Done } from "../shell/Done";
import { pageActing } from "../shell/pageActing";
import { PageFrame } from "../shell/PageFrame";
import type { PageProperties } from "../shell/pages";
import { CheckPart } from "./CheckPart";
import { organisationsOf } from "./checks";
import "./checks.css";
import "../words/pages/check";

/** Checks of several organisations together: one task, and for each its own findings. */
export default function CheckPage({ session, person }: PageProperties) {
  const { t } = useTranslation();
  const [{ client, units }] = useState(() => {
    const transport = transportTo(() => session.token());
    return { client: createClient(JointCheckService, transport), units: createClient(UnitService, transport) };
  });
  const [acting] = useState(() => pageActing(session));
  const municipalities = useMunicipalityNames(session);
  const names = useNames(undefined, municipalities);
  const isPlanner = person.roles.includes("planner");
  const owners = isPlanner ? ownersOf(person) : [];
  const [owner, choose] = useOwner(owners);
  const organisations = [...new Set([owner, ...owners, ...organisationsOf(municipalities)])].filter((one) => one !== platformOwner);
  return (
    <ActingContext value={acting}>
      <PageFrame session={session} person={person} title={t("check.title")}>
        {!isPlanner && <p className="nothing">{t("check.mayNot")}</p>}
        {isPlanner && owner === "" && <p>{t("session.noTeam")}</p>}
        {owner !== "" && (
          <>
            <div className="check-fields"><OwnerField owners={owners} owner={owner} names={municipalities} onChange={choose} /></div>
            <Guard part={t("check.title")} of={owner}><CheckPart key={owner} client={client} units={units} owner={owner} organisations={organisations} nameOf={names.ownerOf} /></Guard>
          </>
        )}
        <Done />
      </PageFrame>
    </ActingContext>
  );
}
