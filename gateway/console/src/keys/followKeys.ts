import type { Desk } from "../desk/desk";
import { findAnywhere } from "../layout/windows";
import { actOf, keys, type KeyAct } from "./keys";

/** Keys that work wherever the focus is in a window. Most press the control that stands for their act, so that what the key does is what is shown. Gives what ends it. */
export function followKeys(of: Window, { selection, acts }: Pick<Desk, "selection" | "acts">): () => void {
  const own: Partial<Record<KeyAct, (event: KeyboardEvent) => void>> = {
    report: selection.report,
    past: selection.lookBack,
    duty: ({ target }) => selection.duty(unitAt(target)),
    queue: () => findAnywhere(".queue button.row[tabindex='0']")?.focus(),
  };
  const onKey = (event: KeyboardEvent) => {
    const act = actOf(event);
    if (act === undefined) return;
    const done = own[act];
    if (done) done(event);
    else if (!event.repeat) press(act, event.target, () => acts.cameTooEarly(keys[act]));
    event.preventDefault();
  };
  of.addEventListener("keydown", onKey);
  return () => of.removeEventListener("keydown", onKey);
}

function press(act: KeyAct, near: EventTarget | null, onBusy: () => void): void {
  const control = `[data-act="${act}"]`;
  const found = nearest(near, `${control}:not(:disabled)`) ?? findAnywhere(`${control}:not(:disabled)`);
  if (found) found.click(); // the focus stays where the hands are: the control may go with its act, and somebody may be typing
  else if (findAnywhere(control)) onBusy();
}

// Where several stand for the same act, as for each unit that calls, it is the one beside the hands. Elements of a popped-out window are of another realm, so that instanceof says nothing.
function nearest(target: EventTarget | null, selector: string): HTMLElement | undefined {
  for (let around = (target as Partial<Element> | null)?.parentElement; around; around = around.parentElement) {
    const found = around.querySelector<HTMLElement>(selector);
    if (found) return found;
  }
  return undefined;
}

// The unit on whose row the focus is.
function unitAt(target: EventTarget | null): string | undefined {
  return (target as Partial<Element> | null)?.closest?.<HTMLElement>(".units-panel [data-name]")?.dataset.name;
}
