import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import type { AuditEntry } from "../../generated/handhaving/access/v1/operations_pb";
import { useNow } from "../../time/clock";
import { millisecondsOf } from "../../time/timestamp";
import { fullMoment } from "../../time/words";
import { ageOf, isDue } from "../review/review";
import { useAge } from "../review/useAge";
import { ReasonWords } from "./ReasonWords";
import { shortOperation, verbKey } from "./verbs";

interface Properties {
  entries: readonly AuditEntry[];
  /** Whether somebody judged a line. */
  isJudged: (line: bigint) => boolean;
  /** Number of the line that is open. */
  opened: bigint | undefined;
  onOpen: (sequence: bigint) => void;
}

export function EntryTable({ entries, isJudged, opened, onOpen }: Properties) {
  const { t } = useTranslation();
  const now = useNow();
  const sayAge = useAge();
  return (
    <div className="audit-table" role="region" aria-label={t("audit.lines")} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t("audit.column.line")}</th><th scope="col">{t("audit.column.time")}</th><th scope="col">{t("audit.column.actor")}</th>
            <th scope="col">{t("audit.column.verb")}</th><th scope="col">{t("audit.column.object")}</th><th scope="col">{t("audit.column.decision")}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.sequence.toString()} data-sequence={entry.sequence.toString()} className={opened === entry.sequence ? "opened" : undefined}>
              <th scope="row"><button aria-label={t("audit.open", { line: entry.sequence.toString() })} aria-pressed={opened === entry.sequence} onClick={() => onOpen(entry.sequence)}>{entry.sequence.toString()}</button></th>
              <td className="when">{entry.recordedTime && fullMoment(millisecondsOf(entry.recordedTime))}</td>
              <td>{entry.actor} <span className="quiet">{entry.actorRole}</span></td>
              <td>{t(`audit.verb.${verbKey(entry.action)}`)} <span className="quiet">{shortOperation(entry.operation)}</span></td>
              <td className="what">{entry.object}</td>
              <td><Decision entry={entry} />{isDue(entry) && (isJudged(entry.sequence) ? <span className="quiet"> {t("audit.review.judged")}</span> : <span className="due"> {t("audit.due", { age: sayAge(ageOf(entry, now)) })}</span>)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Decision({ entry }: { entry: AuditEntry }) {
  const { t } = useTranslation();
  if (entry.result !== "OK") return <span className="decision refused">{t("audit.decision.refused")} <ReasonWords code={entry.result} /></span>;
  if (entry.setAside.length > 0) return <span className="decision overridden">{t("audit.decision.overridden")} {entry.setAside.map((code, index) => <Fragment key={code}>{index > 0 && ", "}<ReasonWords code={code} /></Fragment>)}</span>;
  return <span className="decision">{t("audit.decision.allowed")}</span>;
}
