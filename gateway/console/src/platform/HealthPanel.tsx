import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { readingAdviceOf } from "../acting/advice";
import { FailureBox } from "../acting/FailureBox";
import type { Session } from "../session/session";
import { useNow } from "../time/clock";
import { useStore } from "../time/store";
import { minutesAndSeconds, timeOfDay } from "../time/words";
import type { Service } from "./health";
import { readHealth } from "./health";
import { HealthWatch } from "./healthWatch";
import { ReplicaPanel } from "./ReplicaPanel";

/** Services and replicas as the gateway finds them now. */
export function HealthPanel({ session }: { session: Session }) {
  const { t } = useTranslation();
  const [watch] = useState(() => new HealthWatch(async () => readHealth(await session.token())));
  const { services, knownAt, failure, since } = useStore(watch);
  const now = useNow();
  useEffect(() => watch.start(), [watch]);
  return (
    <section className="panel platform-health" aria-labelledby="health-title">
      <div className="panel-head">
        <h3 id="health-title">{t("platform.health")}</h3>
        {knownAt > 0 && <span className="quiet">{failure ? t("platform.lastKnown", { time: timeOfDay(knownAt) }) : t("platform.age", { age: minutesAndSeconds(now - knownAt) })}</span>}
      </div>
      {failure && <FailureBox failure={failure} advice={readingAdviceOf(failure)} retry={() => void watch.look()} signInBeside={session.signInBeside} />}
      <div className={failure ? "services stale" : "services"}>
        {services.map((service) => <ServicePanel key={service.name} service={service} since={since} isKnown={!failure} />)}
      </div>
    </section>
  );
}

interface ServiceProperties {
  service: Service;
  /** Since when this page sees each replica as it is, by its name. */
  since: ReadonlyMap<string, number>;
  /** False: it was so when the gateway last told. */
  isKnown: boolean;
}

function ServicePanel({ service, since, isKnown }: ServiceProperties) {
  const { t } = useTranslation();
  return (
    <section className="service" aria-label={service.name} data-service={service.name}>
      <h4>{service.name} <span className={`state ${isKnown ? service.takesCalls ? "well" : "away" : "unknown"}`}>{t(service.takesCalls ? "platform.takesCalls" : "platform.takesNone")}</span></h4>
      {service.replicas.length === 0 && <p className="quiet">{t("platform.noReplicas")}</p>}
      <ul>{service.replicas.map((replica) => <ReplicaPanel key={replica.name} replica={replica} since={since.get(replica.name)} isKnown={isKnown} />)}</ul>
    </section>
  );
}
