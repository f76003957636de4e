import { useTranslation } from "react-i18next";
import { Key } from "../keys/Key";
import type { UnitRejection } from "../generated/handhaving/dispatch/v1/incident_service_pb";

/** The nearest units that cannot be sent, each with all its reasons. */
export function Rejections({ rejections, count }: { rejections: readonly UnitRejection[]; count: number }) {
  const { t } = useTranslation();
  return (
    <details className="rejections">
      <summary data-act="whyNot">{t("send.rejected", { count })} <Key of="whyNot" /></summary>
      <ul>
        {rejections.map((rejection) => (
          <li key={rejection.unit}><strong>{rejection.callSign}</strong> <span className="quiet">{rejection.reasons.map((reason) => reason.text).join(" · ")}</span></li>
        ))}
      </ul>
    </details>
  );
}
