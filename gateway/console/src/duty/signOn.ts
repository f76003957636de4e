import type { MessageInitShape } from "@bufbuild/protobuf";
import { timestampFromMs } from "@bufbuild/protobuf/wkt";
import type { Unit } from "../generated/handhaving/dispatch/v1/unit_pb";
import type { SignOnUnitRequestSchema } from "../generated/handhaving/dispatch/v1/unit_service_pb";
import { Store } from "../time/store";
import { momentOfField } from "../time/words";

/** What a crew can carry, as the contracts name it; each has its words. */
export const equipment = ["portofoon", "bodycam", "handcuffs", "baton", "pepper-spray", "dog", "aed"] as const;

export type Equipment = (typeof equipment)[number];

/** A unit on its way into duty, as it is typed. */
export interface SigningOn {
  unitWords: string;
  unit: Unit | undefined;
  /** Ids of officers. */
  crew: readonly string[];
  crewWords: string;
  radio: string;
  vehicle: string;
  equipment: readonly Equipment[];
  /** When the duty ends, as a date field shows it; empty = not stated. */
  end: string;
}

export const nobody: SigningOn = { unitWords: "", unit: undefined, crew: [], crewWords: "", radio: "", vehicle: "", equipment: [], end: "" };

/** Stays when the form is put away, and when the connection or the sign-in goes. */
export class SigningOnDraft extends Store<SigningOn> {
  constructor() {
    super(nobody);
  }

  change = (changes: Partial<SigningOn>): void => this.set({ ...this.state, ...changes });

  /** Another unit has other people to choose from. */
  choose = (unit: Unit): void => this.change({ unit, unitWords: unit.callSign, ...(unit.name !== this.state.unit?.name && { crew: [], crewWords: "" }) });

  clear = (): void => this.set(nobody);
}

export type MissingForDuty = "unit" | "crew" | "end";

/** What keeps it from being sent; whether the crew is large enough the platform says. */
export function missingOf({ unit, crew, end }: SigningOn, now: number): MissingForDuty | undefined {
  if (!unit) return "unit";
  if (crew.length === 0) return "crew";
  const until = momentOfField(end);
  return end !== "" && (until === undefined || until <= now) ? "end" : undefined;
}

export function requestOf({ unit, crew, radio, vehicle, equipment, end }: SigningOn): MessageInitShape<typeof SignOnUnitRequestSchema> {
  const until = momentOfField(end);
  return {
    name: unit?.name ?? "", crew: crew.map((officer) => ({ officer })), radio: radio.trim(), vehicle: vehicle.trim(), equipment: [...equipment],
    ...(until !== undefined && { dutyEndTime: timestampFromMs(until) }),
  };
}
