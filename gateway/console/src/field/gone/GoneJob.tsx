import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { AssignmentState } from "../../generated/handhaving/dispatch/v1/assignment_pb";
import { EndedBy } from "../../generated/handhaving/dispatch/v1/board_service_pb";
import { assignmentKey } from "../../incident/states";
import { PriorityBadge } from "../../queue/PriorityBadge";
import { useNow } from "../../time/clock";
import { moment } from "../../time/words";
import { useField } from "../field";
import type { Gone } from "./goneJobs";
import { useRinging } from "../offer/useRinging";

const by = { [EndedBy.CREW]: "crew", [EndedBy.DESK]: "desk", [EndedBy.OWNER]: "owner" } as const;

/** A job that is the crew's no more: it sounds until somebody says to have seen it. */
export function GoneJob({ gone }: { gone: Gone }) {
  const { t } = useTranslation();
  const { catalog, goneJobs } = useField();
  const now = useNow();
  const { assignment, about, number, how, reason, at } = gone;
  const who = byWhom(gone);
  useRinging("lost", assignment, true);
  useEffect(() => {
    scrollTo({ top: 0 }); // gives a promise in newer browsers, which is no cleanup
  }, []);
  return (
    <section role="alert" className="job gone" data-name={assignment}>
      <p className="job-state">{t("field.gone.title")}</p>
      {about
        ? <h2><PriorityBadge priority={about.priority} /> {about.type === "" ? t("queue.unclassified") : catalog.kindName({ typeDisplayName: "", ...about })}</h2>
        : <h2>{t("field.gone.number", { number })}</h2>}
      {about && <p className="place">{about.place} <span className="quiet">{number}</span></p>}
      <p><strong>{how === AssignmentState.UNSPECIFIED ? t("field.gone.ended") : t(`assignment.state.${assignmentKey(how)}`)}</strong> {moment(at, now)} {who && t(`field.gone.by.${who}`)}</p>
      {reason !== "" && <p>{t("field.gone.reason", { reason })}</p>}
      <p>{t(how === AssignmentState.UNSPECIFIED ? "field.gone.ask" : "field.gone.stop")}</p>
      <button type="button" className="key main" onClick={() => goneJobs.seen(assignment)}>{t("field.gone.seen")}</button>
    </section>
  );
}

// What the rules ended nobody did.
function byWhom({ by: ended }: Gone): (typeof by)[keyof typeof by] | undefined {
  return ended in by ? by[ended as keyof typeof by] : undefined;
}
