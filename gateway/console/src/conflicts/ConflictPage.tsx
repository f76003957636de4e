import { createClient } from "@connectrpc/connect";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { ActingContext } from "../acting/acting";
import { Guard } from "../acting/Guard";
import { OwnerField } from "../asking/OwnerField";
import { Claims } from "../capacity/claims";
import { ownersToSee } from "../capacity/owners";
import { useFunctions } from "../capacity/useFunctions";
import { useMunicipalityNames } from "../catalog/useMunicipalityNames";
import { transportTo } from "../contracts/transport";
import { LedgerService } from "../generated/handhaving/capacity/v1/ledger_service_pb";
import { ReservationService } from "../generated/handhaving/capacity/v1/reservation_service_pb";
import { TriangleService } from "../generated/handhaving/capacity/v1/triangle_service_pb";
import { Done } from "../shell/Done";
import { pageActing } from "../shell/pageActing";
import { PageFrame } from "../shell/PageFrame";
import type { PageProperties } from "../shell/pages";
import { useStore } from "../time/store";
import "./conflicts.css";
import { useNames } from "./names";
import { Triangle, views, type View } from "./triangle";
import { TrianglePanel } from "./TrianglePanel";
import "../words/pages/conflict";

/** What is short and what the driehoek (about BOAs the municipality) decides about it. */
export default function ConflictPage({ session, person }: PageProperties) {
  const { t } = useTranslation();
  const [clients] = useState(() => {
    const transport = transportTo(() => session.token());
    return { ledger: createClient(LedgerService, transport), triangle: createClient(TriangleService, transport), claims: new Claims(createClient(ReservationService, transport)) };
  });
  const [triangle] = useState(() => new Triangle(clients.triangle));
  const [acting] = useState(() => pageActing(session));
  const [asked, setAsked] = useState(() => askedOf(location.search));
  const municipalities = useMunicipalityNames(session);
  const owners = ownersToSee(person, useStore(clients.claims).reservations, asked.owner);
  const owner = owners.includes(asked.owner) ? asked.owner : owners[0] ?? "";
  const names = useNames(useFunctions(clients.ledger, owner).functions, municipalities);
  useEffect(() => void clients.claims.read(), [clients]);
  useEffect(() => { if (owner !== "") void triangle.read(owner, asked.view, asked.conflict); }, [triangle, owner, asked.view, asked.conflict]);
  const go = (change: Partial<typeof asked>) => {
    const next = { ...asked, owner, ...change };
    setAsked(next);
    history.replaceState(null, "", `?${new URLSearchParams({ of: next.owner, view: next.view, ...(next.conflict !== "" && { conflict: next.conflict }) }).toString()}`);
  };
  return (
    <ActingContext value={acting}>
      <PageFrame session={session} person={person} title={t("conflict.title")}>
        {owner === "" ? <p>{t("session.noTeam")}</p> : (
          <>
            <div className="conflict-choice">
              <OwnerField owners={owners} owner={owner} names={municipalities} onChange={(chosen) => go({ owner: chosen, conflict: "" })} />
              <div className="views" role="group" aria-label={t("conflict.view")}>
                {views.map((view) => <button key={view} aria-pressed={asked.view === view} onClick={() => go({ view, conflict: "" })}>{t(`conflict.views.${view}`)}</button>)}
              </div>
            </div>
            <Guard part={t("conflict.title")} of={`${owner} ${asked.view}`}>
              <TrianglePanel triangle={triangle} client={clients.triangle} person={person} names={names} view={asked.view} conflict={asked.conflict} onOpen={(conflict, view) => go({ conflict, view: view ?? asked.view })} />
            </Guard>
          </>
        )}
        <Done />
      </PageFrame>
    </ActingContext>
  );
}

function askedOf(search: string): { owner: string; view: View; conflict: string } {
  const asked = new URLSearchParams(search);
  return { owner: asked.get("of") ?? "", view: views.find((one) => one === asked.get("view")) ?? "open", conflict: asked.get("conflict") ?? "" };
}
