import { useState } from "react";
import { useTranslation } from "react-i18next";
import { failureOf, type Failure } from "../contracts/failure";
import { useFailureText } from "../contracts/useFailureText";
import { useDesk } from "../desk/desk";
import { IncidentSource, type Incident, type Reporter } from "../generated/handhaving/dispatch/v1/incident_pb";
import { Key } from "../keys/Key";
import { Fact } from "../look/Fact";

type Seen = { reporter: Reporter } | { failure: Failure };

/** Who reported it: personal data, shown when somebody asks for it, who is told before that it is logged. Of an anonymous tip there is nobody. */
export function ReporterBox({ incident }: { incident: Incident }) {
  const { t } = useTranslation();
  const { clients } = useDesk();
  const textOf = useFailureText();
  const [seen, setSeen] = useState<Seen>();
  const [isReading, setReading] = useState(false);
  if (incident.source === IncidentSource.ANONYMOUS_TIP) return null;
  const look = async () => {
    setReading(true);
    try {
      const { reporter } = await clients.incidents.getReporter({ name: incident.name });
      if (reporter) setSeen({ reporter });
    } catch (error) {
      setSeen({ failure: failureOf(error) });
    } finally {
      setReading(false);
    }
  };
  return (
    <section className="facts reporter" aria-label={t("reporter.title")}>
      <p>
        <button type="button" data-act="reporter" disabled={isReading} aria-describedby="reporter-logged" onClick={() => seen ? setSeen(undefined) : void look()}>{t(seen ? "reporter.hide" : "reporter.show")} <Key of="reporter" /></button>{" "}
        <span id="reporter-logged" className="quiet">{t("reporter.logged")}</span>
      </p>
      {seen && "failure" in seen && <p role="status">{seen.failure.reason === "NOT_FOUND" ? t("reporter.nobody") : textOf(seen.failure)}</p>}
      {seen && "reporter" in seen && (
        <dl aria-live="polite">
          <Fact name={t("reporter.name")} value={seen.reporter.displayName} />
          <Fact name={t("reporter.phone")} value={seen.reporter.phone} />
          <Fact name={t("reporter.email")} value={seen.reporter.email} />
          <Fact name={t("reporter.wantsAnswer")} value={seen.reporter.wantsAnswer ? t("reporter.yes") : ""} />
        </dl>
      )}
    </section>
  );
}
