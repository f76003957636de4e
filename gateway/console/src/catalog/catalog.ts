import type { Clients } from "../contracts/clients";
import { failureOf } from "../contracts/failure";
import { municipalityOf } from "../contracts/names";
import type { Disposition, Incident, IncidentType, TimelineChange } from "../generated/handhaving/dispatch/v1/incident_pb";
import type { UnitStatusCode } from "../generated/handhaving/dispatch/v1/unit_service_pb";
import { Store } from "../time/store";
import { ownerNames } from "./ownerNames";
import { untilRead } from "./untilRead";

/** The lists that a desk works with: kinds of incident, outcomes and names of municipalities and teams. */
export interface Lists {
  /** Kinds of all municipalities, each code once. */
  types: readonly IncidentType[];
  /** Outcomes of all municipalities, each code once. */
  dispositions: readonly Disposition[];
  /** Outcomes that can be recorded, by code of the municipality of the incident. */
  outcomes: ReadonlyMap<string, readonly Disposition[]>;
  /** Names of municipalities by code of four digits and of teams by id, whosever they are. */
  owners: ReadonlyMap<string, string>;
  /** Codes that units report with, by the name of their owner. */
  codes: ReadonlyMap<string, readonly UnitStatusCode[]>;
}

export const noLists: Lists = { types: [], dispositions: [], outcomes: new Map(), owners: new Map(), codes: new Map() };

const tryAgainAfter = 5_000; // milliseconds
const rows = 1_000;

/** Reads the lists once, trying each until it came: without them codes are shown in their place. */
export class Catalog extends Store<Lists> {
  private readonly learned = new Set<string>();
  private readonly lists = new Map<string, Pick<Lists, "types" | "dispositions">>();

  /** @param before what was read another time, until it is read anew. */
  constructor(private readonly clients: Clients, before: Lists) {
    super(before);
  }

  /**
   * Reads each list by itself: one that fails is asked again, and keeps none of the others away.
   * @param municipality code of one whose kinds and outcomes are read.
   * @param owners municipalities and teams whose units have codes of their own, and municipalities whose outcomes are read.
   */
  async load(municipality: string, owners: readonly string[]): Promise<void> {
    const towns = [...new Set([municipality, ...owners.flatMap((owner) => municipalityOf(owner) ?? [])])];
    const before = this.state;
    await Promise.all([
      ...towns.map((code) => untilRead(() => this.readKinds(code, towns, before))),
      untilRead(() => this.readOwners(municipality)),
      ...owners.map((owner) => untilRead(() => this.readCodes(owner))),
    ]);
  }

  /**
   * Reads the outcomes of one more municipality, where a job is; once a page, unless its list turned out to be another.
   * @param job name of the incident or of an assignment to it.
   */
  async learn(job: string, { anew }: { anew: boolean }): Promise<void> {
    const code = municipalityOf(job);
    if (code === undefined || (this.learned.has(code) && !anew)) return;
    this.learned.add(code);
    try {
      const { dispositions } = await this.clients.incidents.listIncidentTypes({ parent: `municipalities/${code}`, pageSize: rows });
      this.set({ ...this.state, outcomes: new Map([...this.state.outcomes, [code, dispositions]]) });
    } catch (error) {
      this.learned.delete(code);
      if (failureOf(error).inDoubt) setTimeout(() => void this.learn(job, { anew: false }), tryAgainAfter); // a refusal asked again is a refusal in the log each time
    }
  }

  private async readKinds(code: string, towns: readonly string[], before: Lists): Promise<void> {
    const read = await this.clients.incidents.listIncidentTypes({ parent: `municipalities/${code}`, pageSize: rows });
    this.lists.set(code, read);
    const lists = towns.flatMap((town) => this.lists.get(town) ?? []);
    const known = lists.length === towns.length ? lists : [before, ...lists];
    this.set({
      ...this.state,
      types: eachOnce(known.flatMap(({ types }) => types)),
      dispositions: eachOnce(known.flatMap(({ dispositions }) => dispositions)),
      outcomes: new Map([...this.state.outcomes, [code, read.dispositions]]),
    });
  }

  private async readOwners(municipality: string): Promise<void> {
    const { owners } = await this.clients.areas.listOwners({ parent: `municipalities/${municipality}`, pageSize: rows });
    this.set({ ...this.state, owners: ownerNames(owners) });
  }

  private async readCodes(parent: string): Promise<void> {
    const { statusCodes } = await this.clients.units.listStatusCodes({ parent, pageSize: rows });
    this.set({ ...this.state, codes: new Map([...this.state.codes, [parent, statusCodes]]) });
  }

  typeName = (code: string): string => this.state.types.find((type) => type.code === code)?.displayName ?? code;

  /** What the kind of an incident was called when it was said: a list that changed since renames nothing. */
  kindName = ({ type, typeDisplayName }: Pick<Incident, "type" | "typeDisplayName">): string => typeDisplayName || this.typeName(type);

  /** Kinds that an incident can be said to be, by its name; of a municipality whose own are not known, all that are. */
  typesFor = (incident: string): readonly IncidentType[] => this.typesIn(municipalityOf(incident) ?? "");

  /** Kinds of a municipality by its code; where its own are not known, all that are. */
  typesIn = (municipality: string): readonly IncidentType[] => this.lists.get(municipality)?.types ?? this.state.types;

  /** How an incident ended, as that was called then; where it is not known from before that was kept, as it is called now. */
  outcomeNames = ({ name, dispositions, outcomes }: Pick<Incident, "name" | "dispositions" | "outcomes">): readonly string[] =>
    dispositions.map((code) => outcomes.find((one) => one.code === code)?.displayName ?? this.dispositionName(code, name));

  /** @returns what a line of a history calls what was and what is since, in the words of then. */
  changeNames({ field, from, to, fromDisplayName, toDisplayName }: TimelineChange, incident: string): readonly [string, string] {
    const now = (value: string) => (field === "type" ? this.typeName(value) : field.startsWith("disposition") ? this.dispositionName(value, incident) : value);
    return [fromDisplayName || now(from), toDisplayName || now(to)];
  }

  /** @param job name of the incident or of an assignment to it: its municipality says what its outcomes are called. */
  dispositionName = (code: string, job: string): string => this.outcomesFor(job).find((disposition) => disposition.code === code)?.displayName ?? code;

  /** Outcomes for an incident by its name; of a municipality whose own are not known, all that are. */
  outcomesFor = (incident: string): readonly Disposition[] => this.state.outcomes.get(municipalityOf(incident) ?? "") ?? this.state.dispositions;

  municipalityName = (code: string): string => this.state.owners.get(code) ?? code;
}

function eachOnce<T extends { code: string }>(all: readonly T[]): readonly T[] {
  return [...new Map(all.map((one) => [one.code, one])).values()];
}
