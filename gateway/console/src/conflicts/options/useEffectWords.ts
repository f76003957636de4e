import { useTranslation } from "react-i18next";
import { OptionObstacle, type Conflict, type DecisionEffects, type DecisionOption, type NotDone } from "../../generated/handhaving/capacity/v1/triangle_pb";
import { isPossible } from "./effects";
import { notDoneKey, obstacleKey } from "../keys";
import { stretchOf } from "../../time/stretch";
import type { Names } from "../names";

const hour = 3_600; // seconds

/** Says what an option does. */
export function useEffectWords(names: Names) {
  const { t } = useTranslation();
  const hours = (count: number) => t("conflict.option.hours", { hours: Math.round(count * 100) / 100 });
  const duration = (seconds: number) => {
    const days = Math.floor(seconds / (24 * hour));
    return days === 0 ? hours(seconds / hour) : t("conflict.option.days", { count: days, rest: hours((seconds % (24 * hour)) / hour) });
  };
  return {
    possible: (option: DecisionOption) => (isPossible(option) ? t("conflict.option.yes") : t("conflict.option.no", { why: t(`conflict.option.obstacle.${obstacleKey(option.effects?.obstacle ?? OptionObstacle.UNSPECIFIED)}`) })),
    given: ({ givenCount, askedCount }: DecisionEffects) => t("conflict.option.of", { given: givenCount, asked: askedCount }),
    breaches: ({ breaches }: DecisionEffects) => breaches.map((breach) => t("conflict.option.breach", { function: names.functionOf(breach.function), count: breach.count, ...stretchOf(breach) })),
    displaced: (displaced: readonly string[], conflict: Conflict | undefined) => displaced.map((name) => caseOf(name, conflict)),
    shift: (option: DecisionOption) => {
      const seconds = Number(option.shiftSeconds);
      return seconds === 0 ? t("conflict.option.sameTime") : t(seconds > 0 ? "conflict.option.later" : "conflict.option.earlier", { duration: duration(Math.abs(seconds)) });
    },
    hours,
    notDone: (one: NotDone) => t("conflict.notDone.line", { case: one.caseId, count: one.count, function: names.functionOf(one.function), kind: t(`conflict.notDone.${notDoneKey(one.kind)}`), ...stretchOf(one) }),
  };
}

// A reservation is called by its case, where that is known here.
function caseOf(name: string, conflict: Conflict | undefined): string {
  return conflict?.competing.find(({ reservation }) => reservation === name)?.caseId ?? name;
}
