import type { Clients } from "../contracts/clients";
import { AreaKind } from "../generated/handhaving/dispatch/v1/area_pb";
import { AreaView } from "../generated/handhaving/dispatch/v1/area_service_pb";
import type { Disposition, IncidentType } from "../generated/handhaving/dispatch/v1/incident_pb";
import { Store } from "../time/store";

/** The lists that a desk works with: kinds of incident, outcomes and names of municipalities. */
export interface Lists {
  types: readonly IncidentType[];
  dispositions: readonly Disposition[];
  /** Names by code of four digits. */
  municipalities: ReadonlyMap<string, string>;
}

const tryAgainAfter = 5_000; // milliseconds
const rows = 1_000;

/** Reads the lists once, trying until they came: without them codes are shown in their place. */
export class Catalog extends Store<Lists> {
  constructor(private readonly clients: Clients) {
    super({ types: [], dispositions: [], municipalities: new Map() });
  }

  /** @param municipality code of one whose lists are read. */
  async load(municipality: string): Promise<void> {
    try {
      const [kinds, areas] = await Promise.all([
        this.clients.incidents.listIncidentTypes({ parent: `municipalities/${municipality}`, pageSize: rows }),
        this.clients.areas.listAreas({ parent: "municipalities/-", kind: AreaKind.MUNICIPALITY, view: AreaView.BASIC, pageSize: rows }),
      ]);
      this.set({
        types: kinds.types,
        dispositions: kinds.dispositions,
        municipalities: new Map(areas.areas.map((area) => [area.code, area.displayName])),
      });
    } catch {
      setTimeout(() => void this.load(municipality), tryAgainAfter);
    }
  }

  typeName = (code: string): string => this.state.types.find((type) => type.code === code)?.displayName ?? code;

  dispositionName = (code: string): string => this.state.dispositions.find((disposition) => disposition.code === code)?.displayName ?? code;

  municipalityName = (code: string): string => this.state.municipalities.get(code) ?? code;
}
