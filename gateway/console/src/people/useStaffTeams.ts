import type { Client } from "@connectrpc/connect";
import { useEffect, useState } from "react";
import { failureOf, type Failure } from "../contracts/failure";
import type { StaffTeam } from "../generated/handhaving/capacity/v1/people_pb";
import type { PeopleService } from "../generated/handhaving/capacity/v1/people_service_pb";

const rows = 1_000;

/** The teams of an owner; none until they came. */
export function useStaffTeams(client: Client<typeof PeopleService>, owner: string) {
  const [known, setKnown] = useState<{ owner: string; teams: readonly StaffTeam[]; failure: Failure | undefined }>({ owner: "", teams: [], failure: undefined });
  useEffect(() => {
    const stop = new AbortController();
    if (owner !== "") {
      void client.listStaffTeams({ parent: owner, pageSize: rows }, { signal: stop.signal }).then(
        ({ staffTeams }) => setKnown({ owner, teams: staffTeams, failure: undefined }),
        (error: unknown) => { if (!stop.signal.aborted) setKnown({ owner, teams: [], failure: failureOf(error) }); },
      );
    }
    return () => stop.abort();
  }, [client, owner]);
  return known.owner === owner ? known : { owner, teams: [], failure: undefined };
}
