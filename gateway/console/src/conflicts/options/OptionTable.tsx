import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Conflict, DecisionEffects, DecisionOption, OptionKind } from "../../generated/handhaving/capacity/v1/triangle_pb";
import { isPossible } from "./effects";
import { kindKey } from "../keys";
import type { Names } from "../names";
import { useEffectWords } from "./useEffectWords";

interface Properties {
  conflict: Conflict;
  names: Names;
  chosen: OptionKind | undefined;
  /** Undefined where this person proposes nothing. */
  onChoose: ((kind: OptionKind) => void) | undefined;
}

/** The options side by side: what each would do, before anybody votes. */
export function OptionTable({ conflict, names, chosen, onChoose }: Properties) {
  const { t } = useTranslation();
  const say = useEffectWords(names);
  const { options } = conflict;
  const several = (lines: readonly string[]): ReactNode => (lines.length === 0 ? <span className="quiet">{t("conflict.option.nothing")}</span> : <ul>{lines.map((line) => <li key={line}>{line}</li>)}</ul>);
  const line = (key: "possible" | "given" | "breaches" | "displaced" | "shift" | "district" | "notDone", tell: (option: DecisionOption, effects: DecisionEffects) => ReactNode) => (
    <tr data-line={key}>
      <th scope="row">{t(`conflict.option.line.${key}`)}</th>
      {options.map((option) => <td key={option.kind} className={isPossible(option) ? undefined : "impossible"}>{option.effects && tell(option, option.effects)}</td>)}
    </tr>
  );
  return (
    <section aria-labelledby="options-title">
      <h4 id="options-title">{t("conflict.option.title")}</h4>
      <p className="quiet">{t("conflict.option.about")}</p>
      <div className="wide" role="region" aria-labelledby="options-title" tabIndex={0}>
        <table className="options">
          <thead>
            <tr>
              <th scope="col">{t("conflict.option.effect")}</th>
              {options.map(({ kind }) => <th key={kind} scope="col" className={kind === chosen ? "chosen" : undefined}>{t(`conflict.option.kind.${kindKey(kind)}`)} <span className="quiet">{t(`conflict.option.means.${kindKey(kind)}`)}</span></th>)}
            </tr>
          </thead>
          <tbody>
            {line("possible", (option) => <span className={isPossible(option) ? "possible yes" : "possible no"}>{say.possible(option)}</span>)}
            {line("given", (_, effects) => say.given(effects))}
            {line("breaches", (_, effects) => several(say.breaches(effects)))}
            {line("displaced", (_, effects) => several(say.displaced(effects.displaced, conflict)))}
            {line("shift", (option) => say.shift(option))}
            {line("district", (_, effects) => (effects.districtHours === 0 ? several([]) : say.hours(effects.districtHours)))}
            {line("notDone", (_, effects) => several(effects.notDone.map(say.notDone)))}
            {onChoose && (
              <tr>
                <td />
                {options.map((option) => <td key={option.kind}>{isPossible(option) && <button aria-pressed={option.kind === chosen} aria-label={`${t("conflict.option.propose")}: ${t(`conflict.option.kind.${kindKey(option.kind)}`)}`} onClick={() => onChoose(option.kind)}>{t("conflict.option.propose")}</button>}</td>)}
              </tr>
            )}
          </tbody>
        </table>
      </div>
    </section>
  );
}
