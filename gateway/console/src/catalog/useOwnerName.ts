import { useCallback } from "react";
import { useDesk } from "../desk/desk";
import { useStore } from "../time/store";

/** Gives how an owner is called: a municipality by its name where that is known here, a team by its id. */
export function useOwnerName(): (owner: string) => string {
  const { catalog } = useDesk();
  useStore(catalog);
  return useCallback((owner) => {
    const [kind, id = ""] = owner.split("/");
    return kind === "municipalities" ? catalog.municipalityName(id) : id;
  }, [catalog]);
}
