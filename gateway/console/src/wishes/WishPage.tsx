import { createClient } from "@connectrpc/connect";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ActingContext } from "../acting/acting";
import { Guard } from "../acting/Guard";
import { transportTo } from "../contracts/transport";
import { RosterService } from "../generated/handhaving/capacity/v1/roster_service_pb";
import { ownersOf } from "../session/owners";
import { Done } from "../shell/Done";
import { pageActing } from "../shell/pageActing";
import { PageFrame } from "../shell/PageFrame";
import type { PageProperties } from "../shell/pages";
import { WishPart } from "./WishPart";
import "./wishes.css";
import "../words/pages/wish";

const officers = ["boa", "police"];

/** When somebody would rather be free or work, for the rosters to come: one's own wishes alone. */
export default function WishPage({ session, person }: PageProperties) {
  const { t } = useTranslation();
  const [client] = useState(() => createClient(RosterService, transportTo(() => session.token())));
  const [acting] = useState(() => pageActing(session));
  const isOfficer = officers.some((role) => person.roles.includes(role));
  const owner = isOfficer ? ownersOf(person)[0] ?? "" : "";
  return (
    <ActingContext value={acting}>
      <PageFrame session={session} person={person} title={t("wish.title")}>
        {!isOfficer && <p className="nothing">{t("wish.mayNot")}</p>}
        {isOfficer && owner === "" && <p>{t("session.noTeam")}</p>}
        {owner !== "" && <Guard part={t("wish.title")}><WishPart client={client} owner={owner} officer={`${owner}/officers/${person.subject}`} /></Guard>}
        {isOfficer && <p><a className="page-link" href="/field">{t("wish.toField")}</a></p>}
        <Done />
      </PageFrame>
    </ActingContext>
  );
}
