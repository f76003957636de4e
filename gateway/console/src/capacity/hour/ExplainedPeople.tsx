import { timestampFromMs } from "@bufbuild/protobuf/wkt";
import type { Client } from "@connectrpc/connect";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useActing } from "../../acting/acting";
import { readingAdviceOf } from "../../acting/advice";
import { FailureBox } from "../../acting/FailureBox";
import { failureOf, type Failure } from "../../contracts/failure";
import { useFailureText } from "../../contracts/useFailureText";
import type { ExplainedStrength, PeopleService } from "../../generated/handhaving/capacity/v1/people_service_pb";
import { millisecondsOf } from "../../time/timestamp";
import { causeKey, lossLayers } from "./causes";
import { clockOf } from "./quarterWords";

interface Properties {
  client: Client<typeof PeopleService>;
  parent: string;
  /** Milliseconds since 1970. */
  start: number;
  end: number;
}

/** The names behind the numbers, only when somebody asks for them: that is logged. */
export function ExplainedPeople({ client, parent, start, end }: Properties) {
  const { t } = useTranslation();
  const { signInBeside } = useActing();
  const textOf = useFailureText();
  const [strengths, setStrengths] = useState<readonly ExplainedStrength[]>();
  const [failure, setFailure] = useState<Failure>();
  const [isReading, setReading] = useState(false);
  const read = async () => {
    setReading(true);
    setFailure(undefined);
    try {
      setStrengths((await client.explainStrength({ parent, startTime: timestampFromMs(start), endTime: timestampFromMs(end) })).strengths);
    } catch (error) {
      setFailure(failureOf(error));
    }
    setReading(false);
  };
  return (
    <section className="people" aria-labelledby="people-title">
      <h4 id="people-title">{t("capacity.who.title")}</h4>
      {!strengths && <p className="quiet">{t("capacity.who.logged")}</p>}
      {!strengths && <button disabled={isReading} onClick={() => void read()}>{t("capacity.who.show")}</button>}
      {failure?.reason === "STRENGTH_NOT_DERIVED" ? <p role="status">{textOf(failure)}</p> : failure && <FailureBox failure={failure} advice={readingAdviceOf(failure)} retry={() => void read()} signInBeside={signInBeside} />}
      {strengths?.map((strength) => <Stretch key={String(strength.startTime?.seconds)} strength={strength} />)}
    </section>
  );
}

function Stretch({ strength }: { strength: ExplainedStrength }) {
  const { t } = useTranslation();
  const time = (at: typeof strength.startTime) => (at ? clockOf(millisecondsOf(at)) : "");
  const { steps } = strength;
  return (
    <div className="people-stretch">
      <p className="quiet">{t("capacity.who.stretch", { from: time(strength.startTime), to: time(strength.endTime) })}</p>
      <p>{t("capacity.who.start", { count: strength.established })}</p>
      {steps.length === 0 && <p className="quiet">{t("capacity.who.none")}</p>}
      {lossLayers.map(([layer, key]) => (
        <div key={key}>
          <ul>{steps.filter((step) => step.layer === layer).map(({ officer, cause, change, rule }, at) => (
            <li key={`${officer} ${cause} ${at}`}>{t(change < 0 ? "capacity.who.lost" : "capacity.who.added")}: <strong>{officer === "" ? t("capacity.who.vacancy") : officer.split("/").at(-1)}</strong>, {t(`capacity.cause.${causeKey(cause)}`, { code: cause })}{rule !== "" && <span className="quiet"> ({t("capacity.who.rule", { rule })})</span>}</li>
          ))}</ul>
          <p>{t("capacity.who.layer", { layer: t(`capacity.hour.layer.${key}`), count: strength[key] })}</p>
        </div>
      ))}
    </div>
  );
}
