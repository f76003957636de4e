import { useCallback, useEffect, useState } from "react";
import { failureOf, type Failure } from "../contracts/failure";
import { useDesk } from "../desk/desk";
import type { Incident } from "../generated/handhaving/dispatch/v1/incident_pb";
import type { RecommendUnitsResponse } from "../generated/handhaving/dispatch/v1/incident_service_pb";
import { AssignmentRole } from "../generated/handhaving/dispatch/v1/assignment_pb";

export interface Advice {
  answer: RecommendUnitsResponse | undefined;
  failure: Failure | undefined;
}

const rejections = 40;

/** Which units fit an incident, asked anew when the incident has another version or somebody asks. */
export function useRecommendation(incident: Incident, role: AssignmentRole): Advice & { again: () => void } {
  const { clients } = useDesk();
  const [asked, setAsked] = useState(0);
  const [advice, setAdvice] = useState<Advice & { of: string }>({ of: "", answer: undefined, failure: undefined });
  const { name, etag } = incident;
  useEffect(() => {
    const stop = new AbortController();
    clients.incidents.recommendUnits({ name, role, rejectionLimit: rejections }, { signal: stop.signal }).then(
      (answer) => !stop.signal.aborted && setAdvice({ of: name, answer, failure: undefined }),
      (error: unknown) => !stop.signal.aborted && setAdvice({ of: name, answer: undefined, failure: failureOf(error) }),
    );
    return () => stop.abort();
  }, [clients, name, etag, role, asked]);
  const again = useCallback(() => setAsked((times) => times + 1), []);
  return advice.of === name ? { ...advice, again } : { answer: undefined, failure: undefined, again };
}
