import type { Client } from "@connectrpc/connect";
import { useCallback, useEffect, useState } from "react";
import { failureOf, type Failure } from "../contracts/failure";
import type { StaffFunction } from "../generated/handhaving/capacity/v1/ledger_pb";
import type { LedgerService } from "../generated/handhaving/capacity/v1/ledger_service_pb";

interface Known {
  owner: string;
  functions: readonly StaffFunction[] | undefined;
  failure: Failure | undefined;
}

const rows = 1_000;

/** The functions of an owner; undefined until they came. */
export function useFunctions(client: Client<typeof LedgerService>, owner: string) {
  const [known, setKnown] = useState<Known>({ owner: "", functions: undefined, failure: undefined });
  const read = useCallback((signal?: AbortSignal) => {
    void client.listStaffFunctions({ parent: owner, pageSize: rows }, { ...(signal && { signal }) }).then(
      ({ staffFunctions }) => setKnown({ owner, functions: staffFunctions, failure: undefined }),
      (error: unknown) => { if (signal?.aborted !== true) setKnown({ owner, functions: undefined, failure: failureOf(error) }); },
    );
  }, [client, owner]);
  useEffect(() => {
    const stop = new AbortController();
    if (owner !== "") read(stop.signal);
    return () => stop.abort();
  }, [read, owner]);
  const isCurrent = known.owner === owner;
  return { functions: isCurrent ? known.functions : undefined, failure: isCurrent ? known.failure : undefined, read };
}
