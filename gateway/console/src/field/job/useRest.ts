import { useEffect, useState } from "react";

const rest = 900; // milliseconds: longer than between the two taps of a hand that trembles

/** True for a moment after something changed: keys that took each other's place are not to be pressed by the second tap on the first. */
export function useRest(of: unknown): boolean {
  const [rested, setRested] = useState<unknown>();
  useEffect(() => {
    const timer = setTimeout(() => setRested(of), rest);
    return () => clearTimeout(timer);
  }, [of]);
  return rested !== of;
}
