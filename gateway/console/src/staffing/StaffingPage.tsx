import { createClient } from "@connectrpc/connect";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ActingContext } from "../acting/acting";
import { Guard } from "../acting/Guard";
import { OwnerField } from "../asking/OwnerField";
import { useMunicipalityNames } from "../catalog/useMunicipalityNames";
import { transportTo } from "../contracts/transport";
import { DemandService } from "../generated/handhaving/capacity/v1/demand_service_pb";
import { StaffingService } from "../generated/handhaving/capacity/v1/staffing_service_pb";
import { ownersOf } from "../session/owners";
import { Done } from "../shell/Done";
import { pageActing } from "../shell/pageActing";
import { PageFrame } from "../shell/PageFrame";
import type { PageProperties } from "../shell/pages";
import { HoursPart } from "./HoursPart";
import { RegionPart } from "./region/RegionPart";
import "./staffing.css";
import "../words/pages/staffing";

const views = ["hours", "region"] as const;
const readers = ["planner", "police-chief", "mayor", "prosecutor", "supervisor"];

/** How many units a level of service needs hour by hour, and who goes where when units help each other. */
export default function StaffingPage({ session, person }: PageProperties) {
  const { t } = useTranslation();
  const [clients] = useState(() => {
    const transport = transportTo(() => session.token());
    return { demand: createClient(DemandService, transport), staffing: createClient(StaffingService, transport) };
  });
  const [acting] = useState(() => pageActing(session));
  const names = useMunicipalityNames(session);
  const mayRead = readers.some((role) => person.roles.includes(role));
  const owners = mayRead ? ownersOf(person) : [];
  const [asked, setAsked] = useState(() => new URLSearchParams(location.search).get("of") ?? "");
  const owner = owners.includes(asked) ? asked : owners[0] ?? "";
  const [view, setView] = useState<(typeof views)[number]>("hours");
  return (
    <ActingContext value={acting}>
      <PageFrame session={session} person={person} title={t("staffing.title")}>
        {!mayRead && <p className="nothing">{t("staffing.mayNot")}</p>}
        {mayRead && owner === "" && <p>{t("session.noTeam")}</p>}
        {owner !== "" && (
          <>
            <div className="staffing-choice">
              <OwnerField owners={owners} owner={owner} names={names} onChange={(chosen) => { setAsked(chosen); history.replaceState(null, "", `?${new URLSearchParams({ of: chosen }).toString()}`); }} />
              <div className="spans" role="group" aria-label={t("staffing.view")}>{views.map((one) => <button key={one} aria-pressed={view === one} onClick={() => setView(one)}>{t(`staffing.views.${one}`)}</button>)}</div>
            </div>
            <Guard part={t("staffing.title")} of={`${owner} ${view}`}>
              {view === "hours" ? <HoursPart key={owner} clients={clients} owner={owner} /> : <RegionPart key={owner} clients={clients} owner={owner} />}
            </Guard>
          </>
        )}
        <Done />
      </PageFrame>
    </ActingContext>
  );
}
