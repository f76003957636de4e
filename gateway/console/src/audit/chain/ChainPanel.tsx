import { useTranslation } from "react-i18next";
import { readingAdviceOf } from "../../acting/advice";
import { FailureBox } from "../../acting/FailureBox";
import { useStore } from "../../time/store";
import type { Log } from "../log";
import { problemKey } from "../line/verbs";

/** Whether the log is whole: each line recomputed from the one before, by the platform, part by part. */
export function ChainPanel({ log: { chain, signInBeside }, owner }: { log: Log; owner: string }) {
  const { t } = useTranslation();
  const { phase, verified, broken, failure } = useStore(chain);
  const lines = verified.toString();
  return (
    <section className="audit-chain" aria-labelledby="audit-chain-title">
      <h3 id="audit-chain-title">{t("audit.chain.title")}</h3>
      <div className="buttons">
        {phase === "running" ? <button onClick={chain.stop}>{t("audit.stop")}</button> : <button onClick={() => void chain.start(owner)}>{t("audit.chain.check")}</button>}
        {phase === "stopped" && <button onClick={() => void chain.goOn()}>{t("audit.chain.goOn")}</button>}
        <p role="status" className={`chain-outcome ${phase}`}>
          {(phase === "running" || phase === "intact" || phase === "stopped") && t(`audit.chain.${phase}`, { lines })}
          {broken && t("audit.chain.broken", { line: broken.sequence.toString(), problem: t(`audit.chain.problem.${problemKey(broken.problem)}`), lines })}
        </p>
      </div>
      {broken && <p role="alert" className="problem-line">{t("audit.chain.incident")}</p>}
      {failure && <FailureBox failure={failure} advice={readingAdviceOf(failure)} retry={() => void chain.goOn()} signInBeside={signInBeside} />}
    </section>
  );
}
