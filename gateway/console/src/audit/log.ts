import type { MessageInitShape } from "@bufbuild/protobuf";
import { createClient } from "@connectrpc/connect";
import { transportTo } from "../contracts/transport";
import { AuditService as CapacityAudit, type ListEntriesRequestSchema as CapacityListRequest } from "../generated/handhaving/capacity/v1/audit_service_pb";
import { AuditService as DispatchAudit } from "../generated/handhaving/dispatch/v1/audit_service_pb";
import type { Session } from "../session/session";
import { ChainCheck } from "./chain/chainCheck";
import { Search } from "./search";

/** Services that keep a log of their own. */
export const services = ["dispatch", "capacity"] as const;

export type LogService = (typeof services)[number];

/** The log of one service as one person reads it. */
export interface Log {
  search: Search;
  chain: ChainCheck;
  signInBeside: () => void;
}

export function openLogs(session: Session): Readonly<Record<LogService, Log>> {
  const transport = transportTo(() => session.token());
  const { signInBeside } = session;
  const [dispatch, capacity] = [createClient(DispatchAudit, transport), createClient(CapacityAudit, transport)];
  return {
    dispatch: { search: new Search((request, signal) => dispatch.listEntries(request, { signal })), chain: new ChainCheck((part, signal) => dispatch.verify(part, { signal })), signInBeside },
    capacity: {
      // The same fields under the same numbers; a test holds that.
      search: new Search((request, signal) => capacity.listEntries(request as unknown as MessageInitShape<typeof CapacityListRequest>, { signal })),
      chain: new ChainCheck((part, signal) => capacity.verify(part, { signal })),
      signInBeside,
    },
  };
}
