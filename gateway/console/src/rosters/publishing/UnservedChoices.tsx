import { useTranslation } from "react-i18next";
import { TextField } from "../../asking/TextField";
import { sayDay } from "../../capacity/calendar/period";
import { UnservedChoice } from "../../generated/handhaving/capacity/v1/roster_pb";
import { keyOf, type Chosen, type OpenTask } from "./unserved";

interface Properties {
  tasks: readonly OpenTask[];
  chosen: ReadonlyMap<string, Chosen>;
  onChoose: (task: OpenTask, chosen: Chosen) => void;
}

const choices = [["postpone", UnservedChoice.POSTPONE], ["drop", UnservedChoice.DROP], ["handOver", UnservedChoice.HAND_OVER]] as const;

/** What becomes of work that has too few people: a choice and a reason for each. */
export function UnservedChoices({ tasks, chosen, onChoose }: Properties) {
  const { t, i18n } = useTranslation();
  return (
    <>
      {tasks.map((task) => {
        const now = chosen.get(keyOf(task)) ?? { choice: UnservedChoice.UNSPECIFIED, reason: "" };
        return (
          <fieldset key={keyOf(task)} className="consents">
            <legend>{sayDay(task.day, i18n.language, "short")}, {t("roster.open.short", { code: task.code, count: task.missing })}</legend>
            {choices.map(([word, choice]) => <label key={word} className="check"><input type="radio" name={keyOf(task)} checked={now.choice === choice} onChange={() => onChoose(task, { ...now, choice })} /> {t(`roster.unserved.${word}`)}</label>)}
            <TextField label={t("roster.unserved.reason")} value={now.reason} most={500} onChange={(reason) => onChoose(task, { ...now, reason })} />
          </fieldset>
        );
      })}
    </>
  );
}
