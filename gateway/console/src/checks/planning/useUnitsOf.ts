import type { Client } from "@connectrpc/connect";
import { useEffect, useState } from "react";
import type { UnitService } from "../../generated/handhaving/dispatch/v1/unit_service_pb";

/** A unit of an organisation. */
export interface KnownUnit {
  id: string;
  callSign: string;
}

const rows = 200;

/** Units of an organisation; none where they may not be read, undefined until they came. */
export function useUnitsOf(client: Client<typeof UnitService>, owner: string): readonly KnownUnit[] | undefined {
  const [known, setKnown] = useState<readonly KnownUnit[]>();
  useEffect(() => {
    const stop = new AbortController();
    void client.listUnits({ parent: owner, pageSize: rows }, { signal: stop.signal }).then(
      ({ units }) => setKnown(units.map(({ name, callSign }) => ({ id: name.split("/").at(-1) ?? name, callSign }))),
      () => { if (!stop.signal.aborted) setKnown([]); }, // their ids can be typed
    );
    return () => stop.abort();
  }, [client, owner]);
  return known;
}
