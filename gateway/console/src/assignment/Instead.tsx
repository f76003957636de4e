import { useTranslation } from "react-i18next";
import { useDesk } from "../desk/desk";
import { useRecommendation } from "../dispatch/useRecommendation";
import type { Assignment } from "../generated/handhaving/dispatch/v1/assignment_pb";
import type { Incident } from "../generated/handhaving/dispatch/v1/incident_pb";
import { minutesAndSeconds } from "../time/words";
import { Key } from "../keys/Key";
import { useStore } from "../time/store";

/** An offer that nobody was shown: what to do, and the next unit in one key. */
export function Instead({ incident, assignment }: { incident: Incident; assignment: Assignment }) {
  const { t } = useTranslation();
  const { acts, clients } = useDesk();
  const isBusy = useStore(acts).busy.has(incident.name);
  const { answer } = useRecommendation(incident, assignment.role);
  // Who is on other work or somebody else's is weighed where all are listed, not here.
  const next = answer?.picks.find((pick) => pick.interrupts === "" && pick.borrowFrom === "");
  const replace = async (unit: string, callSign: string) => {
    const reason = t("assignment.unseen.reason");
    const taken = await acts.run(incident.name, `${assignment.callSign}: ${t("assignment.state.withdrawn")}`, (requestId) => clients.assignments.withdrawAssignment({ name: assignment.name, reason, requestId }));
    const etag = taken?.incident?.etag;
    if (etag === undefined) return;
    await acts.run(incident.name, t("send.done", { unit: callSign }), (requestId) => clients.assignments.assignUnit({ parent: incident.name, unit, etag, role: assignment.role, requestId }));
  };
  return (
    <div className="instead" role="status">
      <p className="unit-warning">{t("assignment.unseen.text", { unit: assignment.callSign })}</p>
      {next && (
        <button type="button" data-act="instead" disabled={isBusy} onClick={() => void replace(next.unit, next.callSign)}>
          {t("assignment.unseen.instead", { unit: next.callSign })}{next.travelSeconds > 0 && ` (${t("send.minutes", { time: minutesAndSeconds(next.travelSeconds * 1000) })})`} <Key of="instead" />
        </button>
      )}
    </div>
  );
}
