import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useActing } from "../../acting/acting";
import { TroubleBox } from "../../acting/TroubleBox";
import { ReasonForm } from "../../asking/ReasonForm";
import type { AuditEntry } from "../../generated/handhaving/access/v1/operations_pb";
import type { Person } from "../../session/person";
import { useStore } from "../../time/store";
import { millisecondsOf } from "../../time/timestamp";
import { fullMoment } from "../../time/words";
import type { Log } from "../log";
import { isDue } from "./review";

interface Properties {
  entry: AuditEntry;
  log: Log;
  owner: string;
  person: Person;
}

/** Who judged what was refused or set aside, and judging it; not by who did it. */
export function ReviewBox({ entry, log: { search, review }, owner, person }: Properties) {
  const { t } = useTranslation();
  const { acts } = useActing();
  const found = useStore(search);
  const reviews = found.reviews.get(entry.sequence) ?? [];
  const earlier = (found.reviewCounts.get(entry.sequence) ?? 0) - reviews.length;
  const [isAsking, setAsking] = useState(false);
  const place = `review ${entry.sequence}`;
  const isBusy = useStore(acts).busy.has(place);
  if (!isDue(entry)) return null;
  const judge = async (note: string) => {
    const answer = await acts.run(place, t("audit.review.kept"), (requestId) => review({ parent: owner, sequence: entry.sequence, note, requestId }));
    if (answer?.review) search.reviewed(answer.review);
    if (acts.isTaken(place, answer)) setAsking(false);
  };
  return (
    <section className="audit-review" aria-labelledby="audit-review-title">
      <h4 id="audit-review-title">{t("audit.review.title")}</h4>
      {reviews.length === 0 && <p className="due">{t("audit.review.none")}</p>}
      {earlier > 0 && <p className="quiet">{t("audit.review.earlier", { count: earlier })}</p>}
      <ul>{reviews.map(({ reviewTime, reviewedBy, note }) => <li key={`${reviewedBy} ${reviewTime?.seconds} ${reviewTime?.nanos}`}><strong>{reviewedBy}</strong> <span className="quiet">{reviewTime && fullMoment(millisecondsOf(reviewTime))}</span> {note}</li>)}</ul>
      {entry.actor === person.subject
        ? <p>{t("audit.review.own")}</p>
        : <button disabled={isBusy} aria-expanded={isAsking} onClick={() => setAsking(true)}>{t(reviews.length === 0 ? "audit.review.judge" : "audit.review.judgeAgain")}</button>}
      {isAsking && <ReasonForm label={t("audit.review.note")} confirm={t("audit.review.keep")} most={1000} onLeave={() => setAsking(false)} onSubmit={(note) => void judge(note)} />}
      <TroubleBox place={place} />
    </section>
  );
}
