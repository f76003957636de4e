import type { ReactNode } from "react";

interface Properties {
  children: ReactNode;
  /** Whether it is what usually comes next. */
  isNext?: boolean;
  /** For a moment it does nothing: it came where another key was. */
  isResting: boolean;
  onPress: () => void;
}

export function StepKey({ children, isNext, isResting, onPress }: Properties) {
  return <button type="button" className={isNext ? "key main" : "key"} aria-disabled={isResting} onClick={() => { if (!isResting) onPress(); }}>{children}</button>;
}
