import { useTranslation } from "react-i18next";
import { usePlatformNow } from "../board/freshness";
import { HoldKind } from "../generated/handhaving/dispatch/v1/incident_pb";
import { useTyped } from "../typed/useTyped";
import { UntilForm } from "./UntilForm";

/** Until when and why an incident is set aside. */
export interface Pause {
  kind: HoldKind;
  /** Milliseconds since 1970. */
  until: number;
  reason: string;
}

interface Properties {
  onSubmit: (pause: Pause) => void;
  onLeave: () => void;
}

/** Milliseconds: what an incident is usually set aside for. */
export const usualPause = 30 * 60_000;

/** Sets an incident aside: to be looked at again, or planned for a moment. */
export function HoldForm({ onSubmit, onLeave }: Properties) {
  const { t } = useTranslation();
  const now = usePlatformNow();
  const [kind, setKind] = useTyped("kind", () => HoldKind.REVIEW);
  return (
    <UntilForm untilLabel={t("act.holdUntil")} first={now + usualPause} label={t("act.text.hold")} confirm={t("act.hold")} onLeave={onLeave} onSubmit={(until, reason) => onSubmit({ kind, until, reason })}>
      <fieldset className="hold-kind">
        <legend>{t("act.holdKind")}</legend>
        <label><input type="radio" name="hold-kind" checked={kind === HoldKind.REVIEW} onChange={() => setKind(HoldKind.REVIEW)} /> {t("act.holdReview")}</label>
        <label><input type="radio" name="hold-kind" checked={kind === HoldKind.SCHEDULE} onChange={() => setKind(HoldKind.SCHEDULE)} /> {t("act.holdSchedule")}</label>
      </fieldset>
    </UntilForm>
  );
}
