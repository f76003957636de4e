import { create } from "@bufbuild/protobuf";
import { BoardItemSchema, RemovalReason, WatchBoardResponseSchema, type WatchBoardResponse } from "../../src/generated/handhaving/dispatch/v1/board_service_pb";
import { IncidentSchema, IncidentState, type Incident } from "../../src/generated/handhaving/dispatch/v1/incident_pb";
import { UnitAvailability, UnitSchema, type Unit } from "../../src/generated/handhaving/dispatch/v1/unit_pb";

export const incidentName = (number: number, municipality = "0888") => `municipalities/${municipality}/incidents/${number}`;

export function incident(number: number, changes: Partial<Incident> = {}): Incident {
  return { ...create(IncidentSchema, { name: incidentName(number), number: `2027-${String(number).padStart(6, "0")}`, priority: 3, state: IncidentState.PENDING }), ...changes };
}

export function unit(callSign: string, changes: Partial<Unit> = {}): Unit {
  return { ...create(UnitSchema, { name: `municipalities/0888/units/${callSign}`, callSign, availability: UnitAvailability.AVAILABLE }), ...changes };
}

const itemOf = (value: Incident | Unit) =>
  create(BoardItemSchema, { item: value.$typeName === "handhaving.dispatch.v1.Incident" ? { case: "incident", value } : { case: "unit", value } });

type Event = WatchBoardResponse["event"];

const message = (event: Event, token: string) => create(WatchBoardResponseSchema, { event, resumeToken: token });

/** What a stream says, before it is numbered. */
export const says = {
  hello: (reset: boolean, tenants: string[] = ["0888"]) => message({ case: "hello", value: { $typeName: "handhaving.dispatch.v1.Hello", heartbeatSeconds: 10, reset, tenants, staleFixSeconds: 60 } }, ""),
  item: (value: Incident | Unit) => message({ case: "snapshotItem", value: itemOf(value) }, ""),
  end: (itemCount = 0, token = "end") => message({ case: "snapshotEnd", value: { $typeName: "handhaving.dispatch.v1.SnapshotEnd", itemCount } }, token),
  change: (value: Incident | Unit, token = "t", paths: string[] = []) =>
    message({ case: "delta", value: { $typeName: "handhaving.dispatch.v1.BoardDelta", item: itemOf(value), removed: "", removalReason: RemovalReason.UNSPECIFIED, ...(paths.length > 0 && { updateMask: { $typeName: "google.protobuf.FieldMask" as const, paths } }) } }, token),
  removal: (removed: string, removalReason: RemovalReason, last?: Incident, token = "t") =>
    message({ case: "delta", value: { $typeName: "handhaving.dispatch.v1.BoardDelta", removed, removalReason, ...(last && { item: itemOf(last) }) } }, token),
  heartbeat: (token = "") => message({ case: "heartbeat", value: { $typeName: "handhaving.dispatch.v1.Heartbeat", degradations: [] } }, token),
};

/** Numbers the messages of one stream from 1. */
export function stream(...messages: WatchBoardResponse[]): WatchBoardResponse[] {
  return messages.map((one, index) => ({ ...one, sequence: BigInt(index + 1) }));
}
