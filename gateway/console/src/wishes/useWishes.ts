import type { Client } from "@connectrpc/connect";
import { useCallback, useEffect, useMemo, useState } from "react";
import type { RosterService, ShiftWish } from "../generated/handhaving/capacity/v1/roster_service_pb";
import { dayOfDate } from "../time/date";
import { readWishes } from "./wishes";

const none: readonly ShiftWish[] = [];

/** Wishes of the people of an owner over some days, as they were when the days were opened. */
export function useWishes(client: Pick<Client<typeof RosterService>, "listShiftWishes">, owner: string, first: string, last: string) {
  const [known, setKnown] = useState<{ of: string; wishes: readonly ShiftWish[]; hasFailed: boolean }>({ of: "", wishes: none, hasFailed: false });
  const of = `${owner} ${first} ${last}`;
  useEffect(() => {
    let isOver = false;
    const set = (wishes: readonly ShiftWish[], hasFailed: boolean) => { if (!isOver) setKnown({ of, wishes, hasFailed }); };
    void readWishes(client, owner, first, last, "").then((wishes) => set(wishes, false), () => set(none, true));
    return () => { isOver = true; };
  }, [client, owner, first, last, of]);
  const byCell = useMemo(() => {
    const cells = new Map<string, ShiftWish[]>();
    for (const wish of known.of === of ? known.wishes : none) cells.set(cellOf(wish.officer, dayOfDate(wish.day)), [...(cells.get(cellOf(wish.officer, dayOfDate(wish.day))) ?? []), wish]);
    return cells;
  }, [known, of]);
  const wishesAt = useCallback((officer: string, day: string): readonly ShiftWish[] => byCell.get(cellOf(officer, day)) ?? none, [byCell]);
  return { wishesAt, hasFailed: known.of === of && known.hasFailed };
}

const cellOf = (officer: string, day: string): string => `${officer} ${day}`;
