import { useTranslation } from "react-i18next";
import { usePlatformNow } from "../board/freshness";
import type { Assignment } from "../generated/handhaving/dispatch/v1/assignment_pb";
import { isUnseen } from "./unseen";

/** Says that an offer was not shown to anybody in time. */
export function UnseenMark({ assignments }: { assignments: readonly Assignment[] }) {
  const { t } = useTranslation();
  const now = usePlatformNow();
  return assignments.some((assignment) => isUnseen(assignment, now)) ? <span className="unit-warning">{t("assignment.unseen.mark")}</span> : null;
}
