import { useTranslation } from "react-i18next";
import { municipalityOf } from "../contracts/names";
import { useDesk } from "../desk/desk";
import type { Incident } from "../generated/handhaving/dispatch/v1/incident_pb";
import { stepAskings } from "../assignment/stepAskings";
import { askings } from "../incident/askings";
import { stateKey } from "../incident/states";
import type { Suggestion } from "./grammar/world";

const needs = { "/m": "m", "/s": "s", "/k": "k", "/o": "o", "/n": "n", "/z": "z", "/h": "h", "/d": "d", "/l": "l", "/j": "j", "/?": "keys" } as const;

/** Says in words what a line does, or what it still needs. */
export function useSaying(): (suggestion: Suggestion) => string {
  const { t } = useTranslation();
  const { catalog } = useDesk();
  const askedBy = (letter: string) => {
    const [step] = stepAskings.find(([, one]) => letter === `/${one}`) ?? [];
    if (step !== undefined) return t(`step.${step}`);
    if (letter === "/j") return t("command.needs.j");
    const [what] = askings.find(([, one]) => letter === `/${one}`) ?? [];
    return what === undefined ? "" : t(`act.${what}`);
  };
  const isStep = (letter: string) => letter === "/j" || stepAskings.some(([, one]) => letter === `/${one}`);
  const municipalityName = ({ name }: Incident) => catalog.municipalityName(municipalityOf(name) ?? "");
  const placeOf = (incident: Incident) => {
    const [place, municipality] = [incident.location?.description ?? "", municipalityName(incident)];
    return place.includes(municipality) ? place : `${place} ${municipality}`.trim();
  };
  return ({ line, act, notIn, which }) => {
    const letter = line.slice(0, 2);
    if (which) return t("command.which", { places: which.map(municipalityName).join(", ") });
    if (!act && notIn && isStep(letter)) return t("command.notStep", { act: askedBy(letter), number: notIn.number });
    if (!act && notIn) return t("command.notIn", { act: askedBy(letter), number: notIn.number, state: t(`state.${stateKey(notIn.state)}`) });
    if (!act) return letter in needs ? t(`command.needs.${needs[letter as keyof typeof needs]}`) : askedBy(letter);
    switch (act.do) {
      case "report":
        return t("command.needs.m");
      case "seek":
        return t("command.needs.z");
      case "lookBack":
        return t("command.needs.h");
      case "loans":
        return t("command.needs.l");
      case "duty":
        return act.unit ? t(act.isOnDuty ? "duty.of" : "command.says.signOn", { unit: act.unit.callSign }) : t("duty.signOnTitle");
      case "ask":
        return `${t(`act.${act.what}`)}: ${act.incident.number}`;
      case "step":
        return `${act.assignment.callSign}: ${t(`step.${act.what}`)}`;
      case "sendBeside":
        return t("command.needs.j");
      case "keys":
        return t("command.needs.keys");
      case "note":
        return t("command.says.note", { number: act.incident.number });
      case "open":
        return t("command.says.open", { type: catalog.kindName(act.incident), place: placeOf(act.incident) });
      case "status":
        return t("command.says.status", { unit: act.unit.callSign, status: act.code.label });
      case "couple":
        return t("command.says.couple", { unit: act.unit.callSign, type: catalog.kindName(act.incident), place: placeOf(act.incident) });
    }
  };
}
