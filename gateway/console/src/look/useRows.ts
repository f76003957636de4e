import type { KeyboardEvent } from "react";

const steps: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at, last) => Math.min(at + 1, last),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_, last) => last,
};

/** One stop for Tab in a list of buttons; arrows, Home and End go through it. */
export function useRows(names: readonly string[], opened: string | undefined) {
  const entry = opened !== undefined && names.includes(opened) ? opened : names[0];
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const step = steps[event.key];
    const row = (event.target as HTMLElement).closest<HTMLElement>("button.row");
    if (!step || !row) return;
    event.preventDefault();
    const rows = [...event.currentTarget.querySelectorAll<HTMLElement>("button.row")];
    rows[step(rows.indexOf(row), rows.length - 1)]?.focus();
  };
  return { entry, onKeyDown };
}
