import type { Client } from "@connectrpc/connect";
import { useCallback, useEffect, useState } from "react";
import { failureOf, type Failure } from "../../contracts/failure";
import type { Roster, RosterFinding } from "../../generated/handhaving/capacity/v1/roster_pb";
import type { RosterService } from "../../generated/handhaving/capacity/v1/roster_service_pb";
import { countOf, requestOf, type Edits } from "../editing/edits";

/** What would stand against a roster with changes that are not kept. */
export interface Judged {
  /** Undefined while nobody knows. */
  findings: readonly RosterFinding[] | undefined;
  failure: Failure | undefined;
  isJudging: boolean;
  again: () => void;
}

interface Known {
  of: Edits | undefined;
  etag: string;
  findings: readonly RosterFinding[] | undefined;
  failure: Failure | undefined;
}

const calm = 200; // milliseconds without a change before it is asked

/** Asks what would stand against the roster, anew with each change. */
export function useJudged(client: Pick<Client<typeof RosterService>, "judgeShifts">, roster: Roster, edits: Edits): Judged {
  const [known, setKnown] = useState<Known>({ of: undefined, etag: "", findings: undefined, failure: undefined });
  const [asked, setAsked] = useState(0);
  const again = useCallback(() => { setKnown({ of: undefined, etag: "", findings: undefined, failure: undefined }); setAsked((times) => times + 1); }, []);
  const { name, etag, shifts } = roster;
  const isChanged = countOf(edits) > 0;
  useEffect(() => {
    if (!isChanged) return undefined;
    const stop = new AbortController();
    const wait = setTimeout(() => {
      client.judgeShifts({ name, etag, ...requestOf(edits, shifts) }, { signal: stop.signal }).then(
        ({ findings }) => { if (!stop.signal.aborted) setKnown({ of: edits, etag, findings, failure: undefined }); },
        (error: unknown) => { if (!stop.signal.aborted) setKnown({ of: edits, etag, findings: undefined, failure: failureOf(error) }); },
      );
    }, calm);
    return () => { clearTimeout(wait); stop.abort(); };
  }, [client, name, etag, shifts, edits, isChanged, asked]);
  const isCurrent = isChanged && known.of === edits && known.etag === etag;
  return { findings: isCurrent ? known.findings : undefined, failure: isCurrent ? known.failure : undefined, isJudging: isChanged && !isCurrent, again };
}
