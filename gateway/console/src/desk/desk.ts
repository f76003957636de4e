import { createContext, useContext } from "react";
import { Acts } from "../acting/acts";
import { Feed } from "../board/feed";
import { Catalog } from "../catalog/catalog";
import { clientsOver, type Clients } from "../contracts/clients";
import type { Configuration } from "../configuration/configuration";
import { transportTo } from "../contracts/transport";
import type { Person } from "../session/person";
import type { Session } from "../session/session";
import { Draft } from "../report/draft";
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
  draft: Draft;
  configuration: Configuration;
  signInBeside: () => void;
}

export function openDesk(session: Session, person: Person, team: string, configuration: Configuration): Desk {
  const clients = clientsOver(transportTo(() => session.token()));
  const feed = new Feed((resumeToken, signal) => clients.board.watchBoard({ parent: `teams/${team}`, resumeToken }, { signal, timeoutMs: 0 }), whenDrawn);
  return {
    person, team, clients, feed, configuration,
    catalog: new Catalog(clients), selection: new Selection(), acts: new Acts(feed), draft: new Draft(), signInBeside: session.signInBeside,
  };
}

/** Starts what runs by itself; gives what ends it. */
export function startDesk(desk: Desk): () => void {
  void desk.feed.run();
  const [municipality] = desk.person.municipalities;
  if (municipality !== undefined) void desk.catalog.load(municipality, [`teams/${desk.team}`, ...desk.person.municipalities.map((code) => `municipalities/${code}`)]);
  addEventListener("offline", desk.feed.networkLost);
  addEventListener("online", desk.feed.retry);
  return () => {
    desk.feed.stop();
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
