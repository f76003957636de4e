import { useEffect, useMemo } from "react";
import { useFeedPart } from "../board/freshness";
import { municipalityOf, ownerOf } from "../contracts/names";
import { useDesk } from "../desk/desk";
import { sharedNumbers } from "../incident/numbers";
import { useStore } from "../time/store";
import type { World } from "./grammar/world";

export function useWorld(): World {
  const { catalog, roster, selection } = useDesk();
  const units = useFeedPart(({ board }) => board.units);
  const incidents = useFeedPart(({ board }) => board.incidents);
  const { codes, owners } = useStore(catalog);
  const { incident: opened, found } = useStore(selection);
  const roll = useStore(roster).units;
  useEffect(() => void roster.readUnits(), [roster]);
  return useMemo(
    () => ({
      units: [...units.values()],
      incidents: [...incidents.values()],
      offDuty: roll.filter((unit) => !units.has(unit.name)),
      opened: opened === undefined ? undefined : (incidents.get(opened) ?? found),
      codesOf: (unit) => (codes.get(ownerOf(unit.name)) ?? []).filter((code) => code.kinds.length === 0 || code.kinds.includes(unit.kind)),
      municipalityOf: ({ name }) => owners.get(municipalityOf(name) ?? "") ?? "",
      sharedNumbers: sharedNumbers(incidents.values()),
    }),
    [units, incidents, codes, owners, opened, found, roll],
  );
}
