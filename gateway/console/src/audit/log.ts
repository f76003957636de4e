import type { MessageInitShape } from "@bufbuild/protobuf";
import { createClient, type Client } from "@connectrpc/connect";
import { transportTo } from "../contracts/transport";
import { AuditService as CapacityAudit } from "../generated/handhaving/capacity/v1/audit_service_pb";
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
  /** Keeps that a line was judged. */
  review: (request: MessageInitShape<typeof ReviewEntryRequestSchema>) => Promise<ReviewEntryResponse>;
  signInBeside: () => void;
}

export function openLogs(session: Session): Readonly<Record<LogService, Log>> {
  const transport = transportTo(() => session.token());
  const logOf = (client: Client<typeof DispatchAudit>): Log => ({
    search: new Search((request, signal) => client.listEntries(request, { signal })),
    chain: new ChainCheck((part, signal) => client.verify(part, { signal })),
    review: (request) => client.reviewEntry(request),
    signInBeside: session.signInBeside,
  });
  // The same messages in both contracts; a test holds that.
  return { dispatch: logOf(createClient(DispatchAudit, transport)), capacity: logOf(createClient(CapacityAudit, transport) as unknown as Client<typeof DispatchAudit>) };
}
