import { useRef, useState, type KeyboardEvent } from "react";

/** One stop for Tab in a board whose cells carry `data-spot="row day"` and whose stops carry `data-stop`; arrows, Home and End go through the stops. */
export function useBoardKeys(first: string) {
  const board = useRef<HTMLTableElement>(null);
  const [stop, setStop] = useState(first);
  const focus = (to: Element | null | undefined): boolean => {
    if (!(to instanceof HTMLElement)) return false;
    to.focus();
    return true;
  };
  const focusStop = (key: string): boolean => focus(board.current?.querySelector(`[data-stop="${CSS.escape(key)}"]`));
  /** @returns whether the key went somewhere. */
  const go = ({ key, target }: KeyboardEvent<HTMLElement>): boolean => {
    const at = (target as HTMLElement).closest<HTMLElement>("[data-stop]");
    const cell = at?.closest<HTMLElement>("[data-spot]");
    if (!at || !cell) return false;
    const stops = [...(cell.parentElement?.querySelectorAll("[data-stop]") ?? [])];
    const [row = 0, day = 0] = (cell.dataset.spot ?? "").split(" ").map(Number);
    switch (key) {
      case "ArrowLeft": return focus(stops[stops.indexOf(at) - 1]);
      case "ArrowRight": return focus(stops[stops.indexOf(at) + 1]);
      case "ArrowUp": return focus(stopIn(board.current, row - 1, day));
      case "ArrowDown": return focus(stopIn(board.current, row + 1, day));
      case "Home": return focus(stops[0]);
      case "End": return focus(stops.at(-1));
      default: return false;
    }
  };
  return { board, stop, setStop, go, focusStop };
}

function stopIn(board: HTMLElement | null, row: number, day: number): Element | null {
  const cell = board?.querySelector(`[data-spot="${row} ${day}"]`);
  return cell?.matches("[data-stop]") === true ? cell : cell?.querySelector("[data-stop]") ?? null;
}
