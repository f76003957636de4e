import { useTranslation } from "react-i18next";
import { ConflictState, type Conflict } from "../generated/handhaving/capacity/v1/triangle_pb";
import { useRows } from "../look/useRows";
import { minuteOf } from "../time/stretch";
import type { Names } from "./names";

interface Properties {
  conflicts: readonly Conflict[];
  opened: string;
  names: Names;
  onOpen: (name: string) => void;
}

/** Conflicts, the newest first: what is short, when, and why it was raised. */
export function ConflictList({ conflicts, opened, names, onOpen }: Properties) {
  const { t } = useTranslation();
  const { entry, onKeyDown } = useRows(conflicts.map(({ name }) => name), opened === "" ? undefined : opened);
  return (
    <section className="panel conflict-list" aria-labelledby="conflicts-title">
      <div className="panel-head"><h3 id="conflicts-title">{t("conflict.list")}</h3></div>
      <ul onKeyDown={onKeyDown}>
        {conflicts.map((conflict) => {
          const worst = conflict.shortages.toSorted((one, other) => other.missing - one.missing)[0];
          const isOpen = conflict.state === ConflictState.OPEN;
          return (
            <li key={conflict.name}>
              <button className="row conflict-row" data-name={conflict.name} tabIndex={conflict.name === entry ? 0 : -1} aria-current={conflict.name === opened ? "true" : undefined} onClick={() => onOpen(conflict.name)}>
                <strong>{worst ? t("conflict.row", { function: names.functionOf(worst.function), missing: worst.missing }) : t("conflict.list")}</strong>
                <span className={isOpen ? "conflict-state open" : "conflict-state"}>{t(isOpen ? "conflict.state.open" : "conflict.state.ended")}</span>
                <span className="conflict-when">{minuteOf(worst?.startTime)}</span>
                <span className="quiet">{t(conflict.reservation === "" ? "conflict.dropped" : "conflict.asked")}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
