import { createContext, useContext } from "react";
import type { Acts } from "./acts";

/** What a page offers to those who do something on it. */
export interface Acting {
  acts: Acts;
  signInBeside: () => void;
}

export const ActingContext = createContext<Acting | undefined>(undefined);

export function useActing(): Acting {
  const acting = useContext(ActingContext);
  if (!acting) throw new Error("This stands outside a page on which something can be done.");
  return acting;
}
