import { createContext, useContext } from "react";
import { Acts } from "../acting/acts";
import { onBoard } from "../acting/onBoard";
import { AlarmClock } from "../alarms/alarmClock";
import { Sound } from "../alarms/sound";
import { Feed } from "../board/feed";
import { hindranceOf } from "../board/freshness";
import { sharedStream } from "../board/windows/sharedStream";
import { streamOf } from "../board/stream";
import { Catalog, noLists } from "../catalog/catalog";
import { clientsOver, type Clients } from "../contracts/clients";
import type { Configuration } from "../configuration/configuration";
import { transportTo } from "../contracts/transport";
import { Roster } from "../duty/roster";
import { SigningOnDraft } from "../duty/signOn";
import { PastSearch } from "../past/pastSearch";
import { Pointing } from "../places/pointing";
import { followSignIn } from "../session/followSignIn";
import type { Person } from "../session/person";
import type { Session } from "../session/session";
import { Layouts } from "../layout/layouts";
import { Draft } from "../report/draft";
import { Typed } from "../typed/typed";
import { Selection } from "./selection";

/** All that the panels of one signed-in person share. */
export interface Desk {
  person: Person;
  /** Id of the team whose board is shown. */
  team: string;
  clients: Clients;
  feed: Feed;
  catalog: Catalog;
  selection: Selection;
  acts: Acts;
  layouts: Layouts;
  sound: Sound;
  alarms: AlarmClock;
  draft: Draft;
  typed: Typed;
  roster: Roster;
  signingOn: SigningOnDraft;
  past: PastSearch;
  pointing: Pointing;
  configuration: Configuration;
  signInBeside: () => void;
}

export function openDesk(session: Session, person: Person, team: string, configuration: Configuration): Desk {
  const transport = transportTo(() => session.token());
  const clients = clientsOver(transport);
  const feed = new Feed(sharedStream({ board: `teams/${team}`, subject: person.subject, token: () => session.token(), alone: streamOf(transport, `teams/${team}`) }), whenDrawn);
  const sound = new Sound();
  return {
    person, team, clients, feed, configuration, typed: new Typed(),
    catalog: new Catalog(clients, noLists), selection: new Selection(), acts: new Acts(() => hindranceOf(feed.state), onBoard(feed)), layouts: new Layouts(person.subject), sound, alarms: new AlarmClock(feed, sound.play, person.subject), draft: new Draft(),
    roster: new Roster(clients, person), signingOn: new SigningOnDraft(), past: new PastSearch(clients, feed, team), pointing: new Pointing(), signInBeside: session.signInBeside,
  };
}

/** Starts what runs by itself; gives what ends it. */
export function startDesk(desk: Desk, session: Session): () => void {
  void desk.feed.run();
  const unfollow = followSignIn(desk.feed, session);
  const [municipality] = desk.person.municipalities;
  if (municipality !== undefined) void desk.catalog.load(municipality, [`teams/${desk.team}`, ...desk.person.municipalities.map((code) => `municipalities/${code}`)]);
  const stopAlarms = desk.alarms.start();
  addEventListener("offline", desk.feed.networkLost);
  addEventListener("online", desk.feed.retry);
  return () => {
    unfollow();
    desk.feed.stop();
    stopAlarms();
    removeEventListener("offline", desk.feed.networkLost);
    removeEventListener("online", desk.feed.retry);
  };
}

// With the next picture; a hidden window draws none.
function whenDrawn(show: () => void): void {
  if (document.visibilityState === "visible") requestAnimationFrame(show);
  else setTimeout(show, 100);
}

export const DeskContext = createContext<Desk | undefined>(undefined);

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error("This panel stands outside a desk.");
  return desk;
}
