import type { Client } from "@connectrpc/connect";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useActing } from "../acting/acting";
import { readingAdviceOf } from "../acting/advice";
import { FailureBox } from "../acting/FailureBox";
import { OwnerField } from "../asking/OwnerField";
import type { ParkingService } from "../generated/handhaving/dispatch/v1/parking_service_pb";
import { ownersOf } from "../session/owners";
import type { Person } from "../session/person";
import { useStore } from "../time/store";
import { Parked } from "./parked";
import { ParkedRow } from "./ParkedRow";

interface Properties {
  client: Client<typeof ParkingService>;
  person: Person;
  /** Names of municipalities by code, as far as they are known. */
  names: ReadonlyMap<string, string>;
}

/** Messages that a consumer could not take, and what became of them. */
export function ParkedPanel({ client, person, names }: Properties) {
  const { t } = useTranslation();
  const { signInBeside } = useActing();
  const owners = ownersOf(person);
  const [owner, setOwner] = useState(owners[0] ?? "");
  const [parked] = useState(() => new Parked(client));
  const { messages, phase, failure } = useStore(parked);
  useEffect(() => {
    if (owner !== "") void parked.read(owner);
    return parked.stop;
  }, [parked, owner]);
  return (
    <section className="panel parked" aria-labelledby="parked-title">
      <div className="panel-head">
        <h3 id="parked-title">{t("platform.parked")}</h3>
        <OwnerField owners={owners} owner={owner} names={names} onChange={setOwner} />
        <button disabled={phase === "reading"} onClick={() => void parked.read(owner)}>{t("platform.readAgain")}</button>
      </div>
      <p className="quiet parked-about">{t("platform.aboutParked")}</p>
      {failure && <FailureBox failure={failure} advice={readingAdviceOf(failure)} retry={() => void parked.read(owner)} signInBeside={signInBeside} />}
      {phase === "read" && messages.length === 0 && <p className="nothing">{t("platform.noneParked")}</p>}
      <ul>{messages.map((message) => <ParkedRow key={message.name} message={message} client={client} onChanged={(changed) => parked.changed(changed)} />)}</ul>
    </section>
  );
}
