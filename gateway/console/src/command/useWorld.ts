import { useMemo } from "react";
import { useFeed } from "../board/freshness";
import { ownerOf } from "../contracts/names";
import { useDesk } from "../desk/desk";
import { useStore } from "../time/store";
import type { World } from "./world";

export function useWorld(): World {
  const { catalog, selection } = useDesk();
  const { board } = useFeed();
  const { codes } = useStore(catalog);
  const opened = useStore(selection).incident;
  return useMemo(
    () => ({
      units: [...board.units.values()],
      incidents: [...board.incidents.values()],
      opened: opened === undefined ? undefined : board.incidents.get(opened),
      codesOf: (unit) => (codes.get(ownerOf(unit.name)) ?? []).filter((code) => code.kinds.length === 0 || code.kinds.includes(unit.kind)),
      typeName: catalog.typeName,
    }),
    [board.units, board.incidents, codes, opened, catalog],
  );
}
