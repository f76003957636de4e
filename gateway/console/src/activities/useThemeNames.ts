import type { Client } from "@connectrpc/connect";
import { useEffect, useState } from "react";
import { ProfileState } from "../generated/handhaving/capacity/v1/priority_pb";
import type { PriorityService } from "../generated/handhaving/capacity/v1/priority_service_pb";

const rows = 20;

/** Names of themes by their code, of the priorities that hold for an owner; a municipality without its own follows its team's. None until they came. */
export function useThemeNames(client: Client<typeof PriorityService>, owner: string, teams: readonly string[]): ReadonlyMap<string, string> {
  const [known, setKnown] = useState<{ owner: string; names: ReadonlyMap<string, string> }>({ owner: "", names: new Map() });
  const asked = [owner, ...teams.map((team) => `teams/${team}`)].join(" ");
  useEffect(() => {
    const stop = new AbortController();
    const read = async () => {
      for (const parent of asked.split(" ")) {
        const { profiles } = await client.listPriorityProfiles({ parent, pageSize: rows }, { signal: stop.signal });
        const valid = profiles.find(({ state }) => state === ProfileState.VALID);
        if (valid) return new Map(valid.themes.map(({ code, displayName }) => [code, displayName]));
      }
      return new Map<string, string>();
    };
    if (owner !== "") read().then((names) => { if (!stop.signal.aborted) setKnown({ owner, names }); }, () => undefined); // codes say it too
    return () => stop.abort();
  }, [client, owner, asked]);
  return known.owner === owner ? known.names : new Map();
}
