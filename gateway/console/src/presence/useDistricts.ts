import type { Client } from "@connectrpc/connect";
import { useEffect, useState } from "react";
import { readAll } from "../contracts/readAll";
import { AreaKind, type Area } from "../generated/handhaving/dispatch/v1/area_pb";
import { AreaView, type AreaService } from "../generated/handhaving/dispatch/v1/area_service_pb";

const rows = 1_000;

/** The districts of the municipalities that somebody may read, by code; none until they came. */
export function useDistricts(client: Client<typeof AreaService>): ReadonlyMap<string, string> {
  const [known, setKnown] = useState<ReadonlyMap<string, string>>(new Map());
  useEffect(() => {
    const stop = new AbortController();
    readAll<Area>(async (pageToken) => {
      const { areas, nextPageToken } = await client.listAreas({ parent: "municipalities/-", kind: AreaKind.DISTRICT, view: AreaView.BASIC, pageSize: rows, pageToken }, { signal: stop.signal });
      return { rows: areas, nextPageToken };
    }).then((areas) => { if (!stop.signal.aborted) setKnown(new Map(areas.map(({ code, displayName }) => [code, displayName]))); }, () => undefined); // codes say it too
    return () => stop.abort();
  }, [client]);
  return known;
}
