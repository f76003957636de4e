import { createClient } from "@connectrpc/connect";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ActingContext } from "../acting/acting";
import { Guard } from "../acting/Guard";
import { useMunicipalityNames } from "../catalog/useMunicipalityNames";
import { transportTo } from "../contracts/transport";
import { ParkingService } from "../generated/handhaving/dispatch/v1/parking_service_pb";
import { Done } from "../shell/Done";
import { pageActing } from "../shell/pageActing";
import { PageFrame } from "../shell/PageFrame";
import type { PageProperties } from "../shell/pages";
import { HealthPanel } from "./HealthPanel";
import { ParkedPanel } from "./ParkedPanel";
import "./platform.css";
import "../words/pages/platform";

/** For who operates the platform: how its services are, and the messages that nobody could take. */
export default function PlatformPage({ session, person }: PageProperties) {
  const { t } = useTranslation();
  const [client] = useState(() => createClient(ParkingService, transportTo(() => session.token())));
  const [acting] = useState(() => pageActing(session));
  const names = useMunicipalityNames(session);
  return (
    <ActingContext value={acting}>
      <PageFrame session={session} person={person} title={t("platform.title")}>
        {person.roles.includes("technical-admin") && <Guard part={t("platform.health")}><HealthPanel session={session} /></Guard>}
        <Guard part={t("platform.parked")}><ParkedPanel client={client} person={person} names={names} /></Guard>
        <Done />
      </PageFrame>
    </ActingContext>
  );
}
