import type { Clients } from "../contracts/clients";
import { failureOf, type Failure } from "../contracts/failure";
import { ownerOf } from "../contracts/names";
import type { Unit } from "../generated/handhaving/dispatch/v1/unit_pb";
import type { Officer } from "../generated/handhaving/dispatch/v1/unit_service_pb";
import type { Person } from "../session/person";
import { Store } from "../time/store";

export interface RosterState {
  /** Units that this person signs on and off, on duty or not; what they do now is on the board. */
  units: readonly Unit[];
  /** Why the units could not be read. */
  failure: Failure | undefined;
  /** Officers by the owner that was asked for, as they were then. */
  officers: ReadonlyMap<string, readonly Officer[]>;
}

const rows = 1_000;

/** Units and officers that exist, which the board does not show while they are off duty. Read when they are needed. */
export class Roster extends Store<RosterState> {
  private isReading = false;

  constructor(private readonly clients: Clients, private readonly person: Person) {
    super({ units: [], failure: undefined, officers: new Map() });
  }

  /** Reads the units once; when that fails, again when they are needed again. */
  readUnits = async (): Promise<void> => {
    if (this.isReading || this.state.units.length > 0) return;
    this.isReading = true;
    try {
      const units: Unit[] = [];
      let pageToken = "";
      do {
        const page = await this.clients.units.listUnits({ parent: "municipalities/-", pageSize: rows, pageToken });
        units.push(...page.units);
        pageToken = page.nextPageToken;
      } while (pageToken !== "");
      this.set({ ...this.state, failure: undefined, units: units.filter((unit) => isOwn(this.person, unit.name)) });
    } catch (error) {
      this.set({ ...this.state, failure: failureOf(error) });
    } finally {
      this.isReading = false;
    }
  };

  /** Reads the officers of an owner anew: in whose crew they are changes all the time. */
  readOfficers = async (owner: string): Promise<void> => {
    const officers: Officer[] = [];
    let pageToken = "";
    do {
      const page = await this.clients.units.listOfficers({ parent: owner, pageSize: rows, pageToken });
      officers.push(...page.officers);
      pageToken = page.nextPageToken;
    } while (pageToken !== "");
    this.set({ ...this.state, officers: new Map(this.state.officers).set(owner, officers) });
  };
}

/** Whether a unit is of a municipality or team that the person works for, and not only shared with it. */
export function isOwn(person: Pick<Person, "municipalities" | "teams">, unit: string): boolean {
  const [kind, id = ""] = ownerOf(unit).split("/");
  return kind === "teams" ? person.teams.includes(id) : person.municipalities.includes(id);
}
