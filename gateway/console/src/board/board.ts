import type { RemovalReason } from "../generated/handhaving/dispatch/v1/board_service_pb";
import type { Incident } from "../generated/handhaving/dispatch/v1/incident_pb";
import type { Loan } from "../generated/handhaving/dispatch/v1/loan_pb";
import type { Unit } from "../generated/handhaving/dispatch/v1/unit_pb";

/** What stands on the board, each by its name. */
export interface BoardItems {
  incidents: ReadonlyMap<string, Incident>;
  units: ReadonlyMap<string, Unit>;
  loans: ReadonlyMap<string, Loan>;
}

/** An incident that went from the board, as it was last. */
export interface Departure {
  incident: Incident;
  reason: RemovalReason;
}

/** The board of a team as its stream told it so far. */
export interface Board extends BoardItems {
  /** False until a whole snapshot came. */
  complete: boolean;
  /** Tenants whose items are shown. */
  tenants: readonly string[];
  /** Where to resume; empty = from the start. */
  resumeToken: string;
  /** Last message of this stream that was taken; 0 = none yet. */
  sequence: bigint;
  /** True: a message is missing. Nothing after it was taken; the stream must be resumed. */
  gap: boolean;
  /** What went away lately, the latest last. */
  departures: ReadonlyMap<string, Departure>;
  /** Snapshot on its way in; the old items stay on the screen until it is whole. */
  incoming: BoardItems | undefined;
}

export const nothing: BoardItems = { incidents: new Map(), units: new Map(), loans: new Map() };

export const emptyBoard: Board = {
  ...nothing, complete: false, tenants: [], resumeToken: "", sequence: 0n, gap: false, departures: new Map(), incoming: undefined,
};

/** A new stream begins: its messages are counted from 1 again. */
export function streamOpened(board: Board): Board {
  return { ...board, sequence: 0n, gap: false, incoming: undefined };
}
