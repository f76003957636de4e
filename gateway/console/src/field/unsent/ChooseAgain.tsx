import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useField } from "../field";
import { Outcomes } from "../job/Outcomes";

interface Properties {
  /** Why it was refused. */
  said: string;
  /** Name of the assignment that ended. */
  job: string;
  /** Gives the code of another outcome; empty = the incident still needs a unit. */
  onChoose: (disposition: string) => void;
}

/** An outcome that the incident's municipality does not know is chosen again, from its list as it is now. */
export function ChooseAgain({ said, job, onChoose }: Properties) {
  const { t } = useTranslation();
  const { catalog } = useField();
  const [isAsking, setAsking] = useState(false);
  useEffect(() => void catalog.learn(job, { anew: true }), [catalog, job]);
  return (
    <div role="alert" className="trouble" data-reason="UNKNOWN_DISPOSITION">
      <p><strong>{said}</strong></p>
      <p>{t("unsent.chooseAgainAdvice")}</p>
      {isAsking
        ? <Outcomes job={job} onChoose={onChoose} onLeave={() => setAsking(false)} />
        : <button type="button" className="key main" onClick={() => setAsking(true)}>{t("unsent.chooseAgain")}</button>}
    </div>
  );
}
