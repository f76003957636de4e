import { createClient } from "@connectrpc/connect";
import { useEffect, useState } from "react";
import { transportTo } from "../contracts/transport";
import { AreaKind } from "../generated/handhaving/dispatch/v1/area_pb";
import { AreaService, AreaView } from "../generated/handhaving/dispatch/v1/area_service_pb";
import type { Session } from "../session/session";

const rows = 1_000;

/** Names of municipalities by their codes, on a page beside the desk; none until they came, or where they may not be read. */
export function useMunicipalityNames(session: Session): ReadonlyMap<string, string> {
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map());
  useEffect(() => {
    const stop = new AbortController();
    const areas = createClient(AreaService, transportTo(() => session.token()));
    void areas.listAreas({ parent: "municipalities/-", kind: AreaKind.MUNICIPALITY, view: AreaView.BASIC, pageSize: rows }, { signal: stop.signal }).then(
      (answer) => setNames(new Map(answer.areas.map(({ code, displayName }) => [code, displayName]))),
      () => undefined, // codes say it too
    );
    return () => stop.abort();
  }, [session]);
  return names;
}
