import type { ImportedRow } from "../generated/handhaving/capacity/v1/people_service_pb";

/** What became of a file. */
export interface Imported {
  imported: boolean;
  rows: readonly ImportedRow[];
}

/** Sends rows; only to be looked at, or to be taken. */
export type SendRows = (csv: string, validateOnly: boolean, requestId: string) => Promise<Imported>;
