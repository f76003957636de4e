import { useTranslation } from "react-i18next";
import { useDesk } from "../desk/desk";
import type { Suggestion } from "./world";

const needs = { "/m": "m", "/s": "s", "/k": "k", "/o": "o", "/n": "n", "/z": "z", "/?": "keys" } as const;

/** Says in words what a line does, or what it still needs. */
export function useSaying(): (suggestion: Suggestion) => string {
  const { t } = useTranslation();
  const { catalog } = useDesk();
  return ({ line, act }) => {
    const letter = line.slice(0, 2);
    if (!act) return letter in needs ? t(`command.needs.${needs[letter as keyof typeof needs]}`) : "";
    switch (act.do) {
      case "report":
        return t("command.needs.m");
      case "seek":
        return t("command.needs.z");
      case "keys":
        return t("command.needs.keys");
      case "note":
        return t("command.says.note", { number: act.incident.number });
      case "open":
        return t("command.says.open", { type: catalog.typeName(act.incident.type), place: act.incident.location?.description ?? "" });
      case "status":
        return t("command.says.status", { unit: act.unit.callSign, status: act.code.label });
      case "couple":
        return t("command.says.couple", { unit: act.unit.callSign, type: catalog.typeName(act.incident.type), place: act.incident.location?.description ?? "" });
    }
  };
}
