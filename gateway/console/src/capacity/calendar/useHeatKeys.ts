import { useRef, useState, type KeyboardEvent } from "react";

interface Spot {
  row: number;
  column: number;
}

/** Where a key goes in a grid; undefined when it goes nowhere (ARIA grid pattern). */
export function stepOf(key: string, withControl: boolean, { row, column }: Spot, rows: number, columns: number): Spot | undefined {
  const to = (one: number, other: number): Spot => ({ row: Math.max(0, Math.min(rows - 1, one)), column: Math.max(0, Math.min(columns - 1, other)) });
  switch (key) {
    case "ArrowRight": return to(row, column + 1);
    case "ArrowLeft": return to(row, column - 1);
    case "ArrowDown": return to(row + 1, column);
    case "ArrowUp": return to(row - 1, column);
    case "PageDown": return to(row + 7, column);
    case "PageUp": return to(row - 7, column);
    case "Home": return to(withControl ? 0 : row, 0);
    case "End": return to(withControl ? rows - 1 : row, columns - 1);
    default: return undefined;
  }
}

/** One stop for Tab in a grid whose cells carry `data-spot="row column"`; arrows, Home, End and Page go through it. */
export function useHeatKeys(rows: number, columns: number, first: Spot) {
  const grid = useRef<HTMLTableElement>(null);
  const [spot, setSpot] = useState(first);
  const at: Spot = { row: Math.min(spot.row, rows - 1), column: spot.column };
  const go = (next: Spot) => {
    setSpot(next);
    grid.current?.querySelector<HTMLElement>(`[data-spot="${next.row} ${next.column}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const next = stepOf(event.key, event.ctrlKey, at, rows, columns);
    if (!next) return;
    event.preventDefault();
    go(next);
  };
  return { grid, at, go, setSpot, onKeyDown };
}
