/** This window and those that panels were popped out to. */
const all = new Set<Window>([window]);
const followers = new Set<(opened: Window) => () => void>();
const ends = new Map<Window, (() => void)[]>();

/** Lets each window have the look and the language of this one, as they change. */
export function followLook(): () => void {
  const following = new MutationObserver(() => all.forEach(dress));
  following.observe(document.documentElement, { attributeFilter: ["lang", "data-theme"] });
  return () => following.disconnect();
}

function dress({ document: { documentElement: root } }: Window): void {
  if (root === document.documentElement) return;
  root.lang = document.documentElement.lang;
  root.dataset.theme = document.documentElement.dataset.theme ?? "dark";
}

export function windowOpened(opened: Window): void {
  all.add(opened);
  dress(opened);
  ends.set(opened, [...followers].map((follow) => follow(opened)));
}

export function windowClosed(closed: Window): void {
  all.delete(closed);
  for (const end of ends.get(closed) ?? []) end();
  ends.delete(closed);
}

/** Does something for each window, now and when one opens; gives what undoes it for all. */
export function forEachWindow(follow: (of: Window) => () => void): () => void {
  const undo = [...all].map(follow);
  followers.add(follow);
  return () => {
    followers.delete(follow);
    for (const end of undo) end();
  };
}

/** The first element that fits, in whichever window it stands. */
export function findAnywhere(selector: string): HTMLElement | undefined {
  for (const each of all) {
    const found = each.document.querySelector<HTMLElement>(selector);
    if (found) return found;
  }
  return undefined;
}
