import { createContext, useCallback, useContext, useState } from "react";
import type { Typed } from "./typed";

/** Where the fields of a form are kept. */
export interface Kept {
  typed: Typed;
  place: string;
  /** Somebody asked for the form; one that came back by itself leaves the hands where they are. */
  isAsked: boolean;
}

/** Outside it nothing is kept: such a form lives as long as it stands there. */
export const TypedContext = createContext<Kept | undefined>(undefined);

/** State of one field of a form, given back when the form comes back. */
export function useTyped<Value>(field: string, first: () => Value): [Value, (value: Value) => void] {
  const { typed, place } = useContext(TypedContext) ?? {};
  const [value, setValue] = useState(() => (place === undefined ? undefined : (typed?.read(place, field) as Value | undefined)) ?? first());
  const change = useCallback((next: Value) => {
    setValue(() => next);
    if (place !== undefined) typed?.keep(place, field, next);
  }, [typed, place, field]);
  return [value, change];
}

/** Whether a form takes the focus when it comes. */
export function useTakesFocus(): boolean {
  return useContext(TypedContext)?.isAsked ?? true;
}
