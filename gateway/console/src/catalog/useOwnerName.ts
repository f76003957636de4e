import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { teamName } from "../contracts/names";
import { useDesk } from "../desk/desk";
import { useStore } from "../time/store";

/** Gives how an owner is called: by its name, and where that is not known yet a municipality with its code and a team by what its id says. */
export function useOwnerName(): (owner: string) => string {
  const { t } = useTranslation();
  const { catalog } = useDesk();
  useStore(catalog);
  return useCallback((owner) => {
    const [kind, id = ""] = owner.split("/");
    return catalog.state.owners.get(id) ?? (kind === "municipalities" ? t("owner.municipality", { id }) : t("owner.team", { id: teamName(id) }));
  }, [catalog, t]);
}
