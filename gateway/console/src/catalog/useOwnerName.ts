import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { teamName } from "../contracts/names";
import { useDesk } from "../desk/desk";
import { useStore } from "../time/store";

/** Gives how an owner is called: a municipality by its name where that is known here and else with its code, a team by what its id says. */
export function useOwnerName(): (owner: string) => string {
  const { t } = useTranslation();
  const { catalog } = useDesk();
  useStore(catalog);
  return useCallback((owner) => {
    const [kind, id = ""] = owner.split("/");
    if (kind !== "municipalities") return t("owner.team", { id: teamName(id) });
    return catalog.state.municipalities.get(id) ?? t("owner.municipality", { id });
  }, [catalog, t]);
}
