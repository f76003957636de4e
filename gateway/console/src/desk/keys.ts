import { findAnywhere } from "../layout/windows";
import type { Desk } from "./desk";

// The act of a key stands on the button that does it, so that what the key does is what is shown.
const buttons: Readonly<Record<string, string>> = { F4: "send", F6: "seen", F8: "next", F9: "close" };
const shifted: typeof buttons = { F4: "order", F6: "seenAll" };

/** Keys that work wherever the focus is in a window. Function keys alone: no letter that somebody types does anything. Gives what ends it. */
export function followKeys(of: Window, { selection, acts }: Pick<Desk, "selection" | "acts">): () => void {
  const onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const button = (event.shiftKey ? shifted : buttons)[event.key];
    if (event.shiftKey && button === undefined) return;
    if (event.key === "F2") selection.report();
    else if (event.key === "F7") selection.lookBack();
    else if (event.key === "F10") selection.duty(unitAt(event.target));
    else if (event.key === "F3") findAnywhere(".queue button.row[tabindex='0']")?.focus();
    else if (button !== undefined) press(button, event.repeat, () => acts.cameTooEarly(event.key));
    else return;
    event.preventDefault();
  };
  of.addEventListener("keydown", onKey);
  return () => of.removeEventListener("keydown", onKey);
}

function press(act: string, isRepeat: boolean, onBusy: () => void): void {
  if (isRepeat) return;
  const button = findAnywhere(`button[data-act="${act}"]:enabled`);
  if (button) {
    button.focus();
    button.click();
  } else if (findAnywhere(`button[data-act="${act}"]`)) onBusy();
}

// The unit on whose row the focus is; elements of a popped-out window are of another realm, so that instanceof says nothing.
function unitAt(target: EventTarget | null): string | undefined {
  return (target as Partial<Element> | null)?.closest?.<HTMLElement>(".units-panel [data-name]")?.dataset.name;
}
