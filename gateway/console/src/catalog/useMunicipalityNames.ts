import { createClient } from "@connectrpc/connect";
import { useEffect, useState } from "react";
import { transportTo } from "../contracts/transport";
import { AreaService } from "../generated/handhaving/dispatch/v1/area_service_pb";
import { ownersOf, platformOwner } from "../session/owners";
import type { Session } from "../session/session";
import { ownerNames } from "./ownerNames";

const rows = 1_000;

/** Names of municipalities by their codes and of teams by their ids, on a page beside the desk; none until they came, or where they may not be read. */
export function useMunicipalityNames(session: Session): ReadonlyMap<string, string> {
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map());
  useEffect(() => {
    const stop = new AbortController();
    const parent = session.state.phase === "signedIn" ? ownersOf(session.state.person).find((owner) => owner !== platformOwner) : undefined;
    if (parent === undefined) return undefined;
    const areas = createClient(AreaService, transportTo(() => session.token()));
    void areas.listOwners({ parent, pageSize: rows }, { signal: stop.signal }).then(
      ({ owners }) => setNames(ownerNames(owners)),
      () => undefined, // codes say it too
    );
    return () => stop.abort();
  }, [session]);
  return names;
}
