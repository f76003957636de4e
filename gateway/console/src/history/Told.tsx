import { useTranslation } from "react-i18next";
import type { Timestamp } from "@bufbuild/protobuf/wkt";
import { usePlatformNow } from "../board/freshness";
import type { ReportedBy } from "../generated/handhaving/dispatch/v1/assignment_pb";
import { millisecondsOf } from "../time/timestamp";
import { moment } from "../time/words";
import { toldKey } from "./telling";

/** How a step came in, where that was not by the crew itself and at once. */
export function Told({ at, by, recorded }: { at: number; by: ReportedBy | undefined; recorded: Timestamp | undefined }) {
  const { t } = useTranslation();
  const now = usePlatformNow();
  const told = recorded ? millisecondsOf(recorded) : at;
  const key = toldKey(by, at, told);
  return key && <span className="quiet">{t(`assignment.told.${key}`, { at: moment(told, now) })}</span>;
}
