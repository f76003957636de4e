import { createContext, useContext } from "react";
import { Acts } from "../acting/acts";
import type { Hindrance } from "../acting/hindrance";
import { Sound } from "../alarms/sound";
import { Catalog } from "../catalog/catalog";
import type { Configuration } from "../configuration/configuration";
import { clientsOver, type Clients } from "../contracts/clients";
import { transportTo } from "../contracts/transport";
import { hasEnded, type SignedIn } from "../session/followSignIn";
import type { Person } from "../session/person";
import type { Session } from "../session/session";
import { Duty } from "./duty/duty";
import { GoneJobs } from "./gone/goneJobs";
import { keptGone } from "./gone/keptGone";
import { keepLists, keptLists } from "./keptLists";
import { Positions } from "./position/positions";
import { followOtherWindows, keptOnDevice } from "./unsent/keptOn";
import { Outbox } from "./unsent/outbox";
import { tell } from "./unsent/step";

/** All that the parts of the field page share. */
export interface Field {
  person: Person;
  clients: Clients;
  duty: Duty;
  acts: Acts;
  catalog: Catalog;
  outbox: Outbox;
  goneJobs: GoneJobs;
  positions: Positions;
  sound: Sound;
  /** Public key of the platform towards push services; undefined = phones are not woken. */
  pushKey: string | undefined;
  signInBeside: () => void;
}

export function openField(session: Session, person: Person, configuration: Configuration): Field {
  const clients = clientsOver(transportTo(() => session.token()));
  const duty = new Duty(clients, person, session);
  const alone = (act: () => Promise<void>) => navigator.locks.request(`handhaving-unsent ${person.subject}`, act);
  const outbox = new Outbox(keptOnDevice(person.subject), (unsent) => tell(clients, unsent), alone);
  return {
    person, clients, duty, outbox,
    acts: new Acts(() => hindranceOf(duty, session)),
    catalog: new Catalog(clients, keptLists()),
    goneJobs: new GoneJobs(keptGone(), () => outbox.state),
    positions: new Positions(clients.units, navigator.geolocation),
    sound: new Sound(),
    pushKey: configuration.pushKey ?? undefined,
    signInBeside: session.signInBeside,
  };
}

/** Starts what runs by itself; gives what ends it. */
export function startField({ duty, outbox, catalog, goneJobs, positions, person }: Field): () => void {
  const send = () => void outbox.flush();
  const ends = [
    duty.start(),
    duty.follow(() => { if (duty.state.phase === "off") goneJobs.forget(); }),
    keepLists(catalog),
    followOtherWindows(person.subject, outbox.reread),
    () => outbox.stop(),
    positions.stop,
  ];
  const [municipality] = person.municipalities;
  if (municipality !== undefined) void catalog.load(municipality, [...person.municipalities.map((code) => `municipalities/${code}`), ...person.teams.map((team) => `teams/${team}`)]);
  addEventListener("online", send);
  send();
  void navigator.storage.persist(); // a browser that runs out of room asks before it throws away what was not sent
  return () => {
    removeEventListener("online", send);
    for (const end of ends) end();
  };
}

// Why nothing can be done on what this page shows.
function hindranceOf({ state }: Duty, session: SignedIn): Hindrance | undefined {
  if (hasEnded(session)) return "signInEnded";
  const isLive = state.phase === "on" ? state.feed.state.line.phase === "live" : navigator.onLine;
  return isLive ? undefined : "offline";
}

export const FieldContext = createContext<Field | undefined>(undefined);

export function useField(): Field {
  const field = useContext(FieldContext);
  if (!field) throw new Error("This stands outside the field page.");
  return field;
}
