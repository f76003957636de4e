import { useSyncExternalStore } from "react";

export type Theme = "dark" | "light";

const remembered = "handhaving-theme";
const followers = new Set<() => void>();

/** Dark unless somebody chose otherwise on this machine. */
export function startTheme(): void {
  document.documentElement.dataset.theme = localStorage.getItem(remembered) === "light" ? "light" : "dark";
}

export function switchTheme(): void {
  const theme: Theme = current() === "dark" ? "light" : "dark";
  localStorage.setItem(remembered, theme);
  document.documentElement.dataset.theme = theme;
  for (const changed of followers) changed();
}

export function useTheme(): Theme {
  return useSyncExternalStore((changed) => {
    followers.add(changed);
    return () => followers.delete(changed);
  }, current);
}

function current(): Theme {
  return document.documentElement.dataset.theme === "light" ? "light" : "dark";
}
