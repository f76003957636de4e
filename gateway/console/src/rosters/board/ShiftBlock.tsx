import { useTranslation } from "react-i18next";
import type { RosterFinding, RosterShift } from "../../generated/handhaving/capacity/v1/roster_pb";
import { dateFieldOf } from "../../time/words";
import { endOf, startOf } from "../editing/moves";
import { worstOf } from "../findings/findings";

interface Properties {
  shift: RosterShift;
  functionName: string;
  findings: readonly RosterFinding[];
  isEdited: boolean;
  isLifted: boolean;
  isOpened: boolean;
  isEntry: boolean;
  onOpen: () => void;
  onGrab: (event: React.PointerEvent<HTMLElement>) => void;
}

/** A shift on the board: when, as what, in which unit, and whether something stands against it. */
export function ShiftBlock({ shift, functionName, findings, isEdited, isLifted, isOpened, isEntry, onOpen, onGrab }: Properties) {
  const { t } = useTranslation();
  const [start, end] = [startOf(shift), endOf(shift)].map((at) => dateFieldOf(at).slice(11));
  const worst = worstOf(findings);
  const unit = shift.unit.split("/").at(-1) ?? "";
  const state = isLifted ? " lifted" : isOpened ? " opened" : isEdited ? " edited" : "";
  return (
    <button
      type="button" className={`shift${state}`} data-stop={shift.id} data-worst={worst} tabIndex={isEntry ? 0 : -1} aria-pressed={isLifted} aria-describedby="board-how"
      onClick={onOpen} onPointerDown={onGrab}
    >
      <span className="shift-time">{start}-{end}{shift.pinned && <span className="pin"> {t("roster.pinnedSign")}<span className="unseen"> {t("roster.pinned")}</span></span>}</span>
      <span className="shift-what">{functionName}{unit !== "" && ` ${unit}`}{shift.activity !== "" && ` ${shift.activity}`}</span>
      {worst && <span className="shift-finding">{t(`roster.finding.sign.${worst}`)} {t(`roster.finding.short.${worst}`, { count: findings.length })}</span>}
      {isEdited && <span className="shift-edited">{t("roster.edited")}</span>}
    </button>
  );
}
