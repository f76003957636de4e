import { useState } from "react";

/** Of which municipality or team a page tells: the one that its address names where that is among these, else the first; empty = there is none. */
export function useOwner(owners: readonly string[]): [string, (owner: string) => void] {
  const [asked, setAsked] = useState(() => new URLSearchParams(location.search).get("of") ?? "");
  const choose = (chosen: string) => {
    setAsked(chosen);
    history.replaceState(null, "", `?${new URLSearchParams({ of: chosen }).toString()}`);
  };
  return [owners.includes(asked) ? asked : owners[0] ?? "", choose];
}
