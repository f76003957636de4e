import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { AuditEntry } from "../../generated/handhaving/access/v1/operations_pb";
import { fullMoment } from "../../time/words";
import { factsOf, type FactKey } from "./facts";
import type { Filters } from "../asking/filters";
import { reasonKey } from "./reasons";
import { addressParts, kindKey } from "./values";
import { verbKey } from "./verbs";

interface Properties {
  entry: AuditEntry;
  onSearch: (filters: Partial<Filters>) => void;
  onClose: () => void;
  /** What is done with the line. */
  children: ReactNode;
}

/** One line with all that it holds. */
export function EntryDetail({ entry, onSearch, onClose, children }: Properties) {
  const { t } = useTranslation();
  const say = useSaying();
  return (
    <section className="audit-detail" aria-labelledby="audit-detail-title">
      <h3 id="audit-detail-title">{t("audit.detail", { line: entry.sequence.toString(), verb: t(`audit.verb.${verbKey(entry.action)}`) })}</h3>
      <div className="buttons">
        {entry.actor !== "" && <button onClick={() => onSearch({ actor: entry.actor })}>{t("audit.byActor")}</button>}
        {entry.object !== "" && <button onClick={() => onSearch({ object: entry.object })}>{t("audit.aboutObject")}</button>}
        <button onClick={onClose}>{t("audit.close")}</button>
      </div>
      {children}
      <dl>
        {factsOf(entry, fullMoment).map(([key, value]) => <div key={key}><dt>{t(`audit.fact.${key}`)}</dt><dd>{say(key, value)}</dd></div>)}
      </dl>
    </section>
  );
}

// Words for what the log keeps as codes; what has none is said as it is kept.
function useSaying(): (key: FactKey, value: string) => string {
  const { t } = useTranslation();
  const sayReason = (code: string) => {
    const key = reasonKey(code);
    return key ? t("audit.reasonAndCode", { words: t(`reason.${key}`), code }) : code;
  };
  return (key, value) => {
    const kind = key === "actorType" || key === "objectType" ? kindKey(value) : undefined;
    if (kind) return t(`audit.kind.${kind}`);
    if (key === "result" && value === "OK") return t("audit.decision.allowed");
    if (key === "result" || key === "setAside") return value.split(", ").map(sayReason).join(", ");
    const address = key === "origin" ? addressParts(value) : undefined;
    return address ? t("audit.address", address) : value;
  };
}
