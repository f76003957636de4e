import type { Clients } from "../contracts/clients";
import { municipalityOf } from "../contracts/names";
import { AreaKind } from "../generated/handhaving/dispatch/v1/area_pb";
import { AreaView } from "../generated/handhaving/dispatch/v1/area_service_pb";
import type { Disposition, IncidentType } from "../generated/handhaving/dispatch/v1/incident_pb";
import type { UnitStatusCode } from "../generated/handhaving/dispatch/v1/unit_service_pb";
import { Store } from "../time/store";

/** The lists that a desk works with: kinds of incident, outcomes and names of municipalities. */
export interface Lists {
  types: readonly IncidentType[];
  /** Outcomes of all municipalities, each code once. */
  dispositions: readonly Disposition[];
  /** Outcomes that can be recorded, by code of the municipality of the incident. */
  outcomes: ReadonlyMap<string, readonly Disposition[]>;
  /** Names by code of four digits. */
  municipalities: ReadonlyMap<string, string>;
  /** Codes that units report with, by the name of their owner. */
  codes: ReadonlyMap<string, readonly UnitStatusCode[]>;
}

export const noLists: Lists = { types: [], dispositions: [], outcomes: new Map(), municipalities: new Map(), codes: new Map() };

const tryAgainAfter = 5_000; // milliseconds
const rows = 1_000;

/** Reads the lists once, trying until they came: without them codes are shown in their place. */
export class Catalog extends Store<Lists> {
  /** @param before what was read another time, until it is read anew. */
  constructor(private readonly clients: Clients, before: Lists) {
    super(before);
  }

  /**
   * @param municipality code of one whose kinds and outcomes are read.
   * @param owners municipalities and teams whose units have codes of their own, and municipalities whose outcomes are read.
   */
  async load(municipality: string, owners: readonly string[]): Promise<void> {
    try {
      const towns = new Set([municipality, ...owners.flatMap((owner) => municipalityOf(owner) ?? [])]);
      const [kinds, areas, codes] = await Promise.all([
        Promise.all([...towns].map(async (code) => [code, await this.clients.incidents.listIncidentTypes({ parent: `municipalities/${code}`, pageSize: rows })] as const)),
        this.clients.areas.listAreas({ parent: "municipalities/-", kind: AreaKind.MUNICIPALITY, view: AreaView.BASIC, pageSize: rows }),
        Promise.all(owners.map(async (parent) => [parent, (await this.clients.units.listStatusCodes({ parent, pageSize: rows })).statusCodes] as const)),
      ]);
      this.set({
        types: kinds[0]?.[1].types ?? [],
        dispositions: [...new Map(kinds.flatMap(([, { dispositions }]) => dispositions).map((one) => [one.code, one])).values()],
        outcomes: new Map(kinds.map(([code, { dispositions }]) => [code, dispositions])),
        municipalities: new Map(areas.areas.map((area) => [area.code, area.displayName])),
        codes: new Map(codes),
      });
    } catch {
      setTimeout(() => void this.load(municipality, owners), tryAgainAfter);
    }
  }

  typeName = (code: string): string => this.state.types.find((type) => type.code === code)?.displayName ?? code;

  dispositionName = (code: string): string => this.state.dispositions.find((disposition) => disposition.code === code)?.displayName ?? code;

  /** Outcomes for an incident by its name; of a municipality whose own are not known, all that are. */
  outcomesFor = (incident: string): readonly Disposition[] => this.state.outcomes.get(municipalityOf(incident) ?? "") ?? this.state.dispositions;

  municipalityName = (code: string): string => this.state.municipalities.get(code) ?? code;
}
