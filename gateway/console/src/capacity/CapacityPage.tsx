import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { ActingContext } from "../acting/acting";
import { readingAdviceOf } from "../acting/advice";
import { FailureBox } from "../acting/FailureBox";
import { Guard } from "../acting/Guard";
import { useMunicipalityNames } from "../catalog/useMunicipalityNames";
import { Done } from "../shell/Done";
import { pageActing } from "../shell/pageActing";
import { PageFrame } from "../shell/PageFrame";
import type { PageProperties } from "../shell/pages";
import { useStore } from "../time/store";
import { placeOf, searchOf, type Place } from "./calendar/address";
import "./capacity.css";
import { Claims } from "./claims";
import { clientsOf } from "./clients";
import { LedgerPanel } from "./LedgerPanel";
import { ownersToSee } from "./owners";
import { dayOf } from "./calendar/period";
import { PlaceForm } from "./calendar/PlaceForm";
import { useFunctions } from "./useFunctions";
import "../words/pages/capacity";

/** Who can be promised when: the ledger of a team or municipality as a calendar, each number down to why it is so. */
export default function CapacityPage({ session, person }: PageProperties) {
  const { t } = useTranslation();
  const [clients] = useState(() => clientsOf(session));
  const [acting] = useState(() => pageActing(session));
  const [claims] = useState(() => new Claims(clients.reservations));
  const names = useMunicipalityNames(session);
  const [asked, setAsked] = useState(() => placeOf(location.search));
  const owners = ownersToSee(person, useStore(claims).reservations, asked.owner);
  const owner = asked.owner !== "" && owners.includes(asked.owner) ? asked.owner : owners[0] ?? "";
  const { functions, failure, read } = useFunctions(clients.ledger, owner);
  const code = functions?.find((one) => one.code === asked.code)?.code ?? functions?.[0]?.code ?? "";
  const [today] = useState(() => dayOf(Date.now()));
  const day = asked.day === "" ? today : asked.day;
  useEffect(() => void claims.read(), [claims]);
  const go = (change: Partial<Place>) => {
    const next = { ...asked, owner, code, ...change };
    setAsked(next);
    history.replaceState(null, "", searchOf(next));
  };
  return (
    <ActingContext value={acting}>
      <PageFrame session={session} person={person} title={t("capacity.title")}>
        {owner === "" ? <p>{t("session.noTeam")}</p> : (
          <>
            <PlaceForm owners={owners} owner={owner} names={names} functions={functions ?? []} code={code} span={asked.span} day={day} onGo={go} />
            {failure && <FailureBox failure={failure} advice={readingAdviceOf(failure)} retry={() => read()} signInBeside={session.signInBeside} />}
            {functions?.length === 0 && <p className="nothing">{t("capacity.noFunctions")}</p>}
            {code !== "" && <Guard part={t("capacity.title")} of={`${owner} ${code}`}><LedgerPanel clients={clients} claims={claims} person={person} owner={owner} code={code} functionName={functions?.find((one) => one.code === code)?.displayName ?? code} span={asked.span} day={day} /></Guard>}
          </>
        )}
        <Done />
      </PageFrame>
    </ActingContext>
  );
}
