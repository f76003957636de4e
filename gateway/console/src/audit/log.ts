import { createClient } from "@connectrpc/connect";
import { transportTo } from "../contracts/transport";
import { AuditService } from "../generated/handhaving/dispatch/v1/audit_service_pb";
import type { Session } from "../session/session";
import { ChainCheck } from "./chain/chainCheck";
import { Search } from "./search";

/** The log as one person reads it. */
export interface Log {
  search: Search;
  chain: ChainCheck;
  signInBeside: () => void;
}

export function openLog(session: Session): Log {
  const client = createClient(AuditService, transportTo(() => session.token()));
  return {
    search: new Search((request, signal) => client.listEntries(request, { signal })),
    chain: new ChainCheck((part, signal) => client.verify(part, { signal })),
    signInBeside: session.signInBeside,
  };
}
