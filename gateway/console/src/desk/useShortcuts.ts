import { useEffect } from "react";
import { useDesk } from "./desk";

// The act of a key stands on the button that does it, so that what the key does is what is shown.
const buttons: Readonly<Record<string, string>> = { F4: "send", F8: "next", F9: "close" };

/** Keys that work wherever the focus is. Function keys alone: no letter that somebody types does anything. */
export function useShortcuts(): void {
  const { selection } = useDesk();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
      const button = buttons[event.key];
      if (event.key === "F2") selection.report();
      else if (event.key === "F3") document.querySelector<HTMLElement>(".queue button.row[tabindex='0']")?.focus();
      else if (button !== undefined) press(button, event.repeat);
      else return;
      event.preventDefault();
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, [selection]);
}

function press(act: string, isRepeat: boolean): void {
  const button = document.querySelector<HTMLButtonElement>(`button[data-act="${act}"]`);
  if (!button || button.disabled || isRepeat) return;
  button.focus();
  button.click();
}
