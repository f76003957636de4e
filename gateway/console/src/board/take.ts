import { RemovalReason, type BoardDelta, type BoardItem, type Hello, type WatchBoardResponse } from "../generated/handhaving/dispatch/v1/board_service_pb";
import type { Incident } from "../generated/handhaving/dispatch/v1/incident_pb";
import type { Loan } from "../generated/handhaving/dispatch/v1/loan_pb";
import type { Unit } from "../generated/handhaving/dispatch/v1/unit_pb";
import { merged, pathsOf } from "./masks";
import { nothing, type Board, type BoardItems, type Departure } from "./board";

const departuresKept = 50;

/** Takes messages in the order in which they came. What was seen already is passed over; after a gap nothing is taken. */
export function take(board: Board, messages: readonly WatchBoardResponse[]): Board {
  const draft = draftOf(board);
  for (const message of messages) {
    if (draft.gap || message.sequence <= draft.sequence) continue;
    if (message.sequence !== draft.sequence + 1n) draft.gap = true;
    else takeOne(draft, message);
  }
  return keepUnchanged(board, draft);
}

// Maps are copied once for all messages that came together, not once for each.
type DraftItems = { incidents: Map<string, Incident>; units: Map<string, Unit>; loans: Map<string, Loan> };
type Draft = Omit<Board, "incoming" | "departures" | keyof BoardItems> & DraftItems & { departures: Map<string, Departure>; incoming: DraftItems | undefined };

function draftOf(board: Board): Draft {
  return { ...board, ...copyOf(board), departures: new Map(board.departures), incoming: board.incoming && copyOf(board.incoming) };
}

function copyOf(items: BoardItems): DraftItems {
  return { incidents: new Map(items.incidents), units: new Map(items.units), loans: new Map(items.loans) };
}

// A map in which nothing changed stays the same map, so that who shows it draws nothing anew.
function keepUnchanged(before: Board, draft: Draft): Board {
  return {
    ...draft,
    incidents: sameOr(before.incidents, draft.incidents),
    units: sameOr(before.units, draft.units),
    loans: sameOr(before.loans, draft.loans),
    departures: sameOr(before.departures, draft.departures),
  };
}

function sameOr<Value>(before: ReadonlyMap<string, Value>, after: ReadonlyMap<string, Value>): ReadonlyMap<string, Value> {
  const isSame = before.size === after.size && [...after].every(([name, value]) => before.get(name) === value);
  return isSame ? before : after;
}

function takeOne(draft: Draft, message: WatchBoardResponse): void {
  draft.sequence = message.sequence;
  switch (message.event.case) {
    case "hello":
      greet(draft, message.event.value);
      break;
    case "snapshotItem":
      put(draft.incoming ?? draft, message.event.value);
      break;
    case "snapshotEnd":
      if (draft.incoming) Object.assign(draft, draft.incoming);
      draft.incoming = undefined;
      draft.complete = true;
      break;
    case "delta":
      change(draft, message.event.value);
      break;
    case "heartbeat":
    case undefined: // of a later version of the contract
      break;
  }
  // Until the snapshot is whole there is nothing to resume: what came of it would be taken for all of it.
  if (message.resumeToken !== "" && !draft.incoming) draft.resumeToken = message.resumeToken;
}

function greet(draft: Draft, hello: Hello): void {
  draft.tenants = hello.tenants;
  if (!hello.reset) return;
  draft.incoming = copyOf(nothing);
  draft.resumeToken = "";
}

function change(draft: Draft, delta: BoardDelta): void {
  const items = draft.incoming ?? draft;
  if (delta.removed === "") put(items, delta.item, pathsOf(delta));
  else remove(draft, items, delta);
}

function put(items: DraftItems, of: BoardItem | undefined, paths: readonly string[] = []): void {
  const item = of?.item;
  switch (item?.case) {
    case "incident":
      items.incidents.set(item.value.name, item.value);
      break;
    case "unit":
      putUnit(items.units, item.value, paths);
      break;
    case "loan":
      items.loans.set(item.value.name, item.value);
      break;
    case undefined:
      break;
  }
}

// Of a unit often one field comes alone, its position above all; without the unit itself that says nothing.
function putUnit(units: Map<string, Unit>, unit: Unit, paths: readonly string[]): void {
  const known = units.get(unit.name);
  if (known) units.set(unit.name, merged(known, unit, paths));
  else if (unit.callSign !== "") units.set(unit.name, unit);
}

// A tenant's name takes away all that is its own.
function remove(draft: Draft, items: DraftItems, { item, removed, removalReason }: BoardDelta): void {
  const ended = item?.item.case === "incident" ? item.item.value : undefined;
  for (const map of [items.incidents, items.units, items.loans] as Map<string, Incident | Unit | Loan>[]) {
    for (const name of map.has(removed) ? [removed] : [...map.keys()].filter((one) => one.startsWith(`${removed}/`))) {
      const last = ended ?? map.get(name);
      if (last?.$typeName === "handhaving.dispatch.v1.Incident" && removalReason !== RemovalReason.NO_LONGER_AUTHORISED) depart(draft, { incident: last, reason: removalReason });
      map.delete(name);
    }
  }
}

function depart(draft: Draft, departure: Departure): void {
  draft.departures.delete(departure.incident.name);
  draft.departures.set(departure.incident.name, departure);
  const [oldest] = draft.departures.keys();
  if (draft.departures.size > departuresKept && oldest !== undefined) draft.departures.delete(oldest);
}
