import { createClient, type Client, type Transport } from "@connectrpc/connect";
import { AreaService } from "../generated/handhaving/dispatch/v1/area_service_pb";
import { AssignmentService } from "../generated/handhaving/dispatch/v1/assignment_service_pb";
import { BoardService } from "../generated/handhaving/dispatch/v1/board_service_pb";
import { DeviceService } from "../generated/handhaving/dispatch/v1/device_service_pb";
import { IncidentService } from "../generated/handhaving/dispatch/v1/incident_service_pb";
import { LoanService } from "../generated/handhaving/dispatch/v1/loan_service_pb";
import { UnitService } from "../generated/handhaving/dispatch/v1/unit_service_pb";

/** The platform's services that the console calls. */
export interface Clients {
  areas: Client<typeof AreaService>;
  assignments: Client<typeof AssignmentService>;
  board: Client<typeof BoardService>;
  devices: Client<typeof DeviceService>;
  incidents: Client<typeof IncidentService>;
  loans: Client<typeof LoanService>;
  units: Client<typeof UnitService>;
}

export function clientsOver(transport: Transport): Clients {
  return {
    areas: createClient(AreaService, transport),
    assignments: createClient(AssignmentService, transport),
    board: createClient(BoardService, transport),
    devices: createClient(DeviceService, transport),
    incidents: createClient(IncidentService, transport),
    loans: createClient(LoanService, transport),
    units: createClient(UnitService, transport),
  };
}
