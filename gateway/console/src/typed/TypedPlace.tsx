import { useMemo, type ReactNode } from "react";
import { useDesk } from "../desk/desk";
import { TypedContext } from "./useTyped";

/** Keeps what is typed in the form within it, until it is sent or put away. */
export function TypedPlace({ place, isAsked, children }: { place: string; isAsked: boolean; children: ReactNode }) {
  const { typed } = useDesk();
  const kept = useMemo(() => ({ typed, place, isAsked }), [typed, place, isAsked]);
  return <TypedContext value={kept}>{children}</TypedContext>;
}
