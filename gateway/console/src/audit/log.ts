import type { MessageInitShape } from "@bufbuild/protobuf";
import { createClient } from "@connectrpc/connect";
import { transportTo } from "../contracts/transport";
import { AuditService as CapacityAudit, type ListEntriesRequestSchema as CapacityListRequest } from "../generated/handhaving/capacity/v1/audit_service_pb";
import { AuditService as DispatchAudit, type ReviewEntryRequestSchema, type ReviewEntryResponse } from "../generated/handhaving/dispatch/v1/audit_service_pb";
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
  /** Keeps that a line was judged; undefined where the service keeps no reviews. */
  review: ((request: MessageInitShape<typeof ReviewEntryRequestSchema>) => Promise<ReviewEntryResponse>) | undefined;
  signInBeside: () => void;
}

export function openLogs(session: Session): Readonly<Record<LogService, Log>> {
  const transport = transportTo(() => session.token());
  const { signInBeside } = session;
  const [dispatch, capacity] = [createClient(DispatchAudit, transport), createClient(CapacityAudit, transport)];
  return {
    dispatch: { search: new Search((request, signal) => dispatch.listEntries(request, { signal })), chain: new ChainCheck((part, signal) => dispatch.verify(part, { signal })), review: (request) => dispatch.reviewEntry(request), signInBeside },
    capacity: {
      // The same fields under the same numbers; a test holds that.
      search: new Search((request, signal) => capacity.listEntries(request as unknown as MessageInitShape<typeof CapacityListRequest>, { signal })),
      chain: new ChainCheck((part, signal) => capacity.verify(part, { signal })),
      review: undefined,
      signInBeside,
    },
  };
}
