import { useTranslation } from "react-i18next";
import { useActing } from "../../acting/acting";
import { readingAdviceOf } from "../../acting/advice";
import { FailureBox } from "../../acting/FailureBox";
import { sayDay } from "../../capacity/calendar/period";
import type { RosterFinding, RosterShift } from "../../generated/handhaving/capacity/v1/roster_pb";
import type { BoardRow } from "../board/rows";
import { dayOfShift } from "../editing/moves";
import { FindingLine } from "../findings/FindingLine";
import { severityKey } from "../findings/findings";
import { differenceOf } from "./judged";
import type { Judged } from "./useJudged";

interface Properties {
  judged: Judged;
  /** What stands against the roster as it is kept. */
  before: readonly RosterFinding[];
  /** Changed shifts on days that people would rather be free. */
  unwished: readonly RosterShift[];
  rows: readonly BoardRow[];
  /** Reads the roster anew, where somebody else changed it. */
  onReadAgain: () => void;
}

const told = 4; // the list of all stands under it

/** What keeping the changes would do: what would stand against the roster that does not now, and what would not any more. */
export function Consequences({ judged, before, unwished, rows, onReadAgain }: Properties) {
  const { t, i18n } = useTranslation();
  const { signInBeside } = useActing();
  const nameOf = (officer: string) => rows.find((row) => row.officer === officer)?.name ?? officer.split("/").at(-1) ?? officer;
  const { added, gone } = differenceOf(before, judged.findings ?? before);
  const breaches = added.filter(({ severity }) => severityKey(severity) === "breach").length;
  return (
    <div className="consequences">
      <p role="status">
        {judged.isJudging && t("roster.judge.judging")}
        {judged.findings && <strong className={breaches > 0 ? "breaks" : added.length > 0 ? "warns" : "fits"}>{added.length === 0 ? t("roster.judge.nothing") : t("roster.judge.added", { count: added.length })}{gone.length > 0 && ` ${t("roster.judge.gone", { count: gone.length })}`}</strong>}
      </p>
      {judged.failure && <FailureBox failure={judged.failure} advice={readingAdviceOf(judged.failure)} retry={judged.failure.reason === "ETAG_MISMATCH" ? onReadAgain : judged.again} signInBeside={signInBeside} />}
      <ul>
        {added.slice(0, told).map((finding, at) => <li key={`${finding.rule} ${finding.officer} ${finding.startTime?.seconds} ${at}`}><strong>{nameOf(finding.officer)}</strong><FindingLine finding={finding} /></li>)}
        {added.length > told && <li>{t("roster.judge.more", { count: added.length - told })}</li>}
        {unwished.map((shift) => <li key={shift.id} className="unwished">{t("wish.against", { name: nameOf(shift.officer), day: sayDay(dayOfShift(shift), i18n.language, "long") })}</li>)}
      </ul>
    </div>
  );
}
