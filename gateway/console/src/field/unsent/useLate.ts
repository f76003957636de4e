import { useEffect, useState } from "react";

const patience = 1_500; // milliseconds in which a step is sent when all is well: nothing jumps on the screen for that

/** Whether something goes on for longer than usual. */
export function useLate(goesOn: boolean): boolean {
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    if (!goesOn) return undefined;
    const timer = setTimeout(() => setLate(true), patience);
    return () => {
      clearTimeout(timer);
      setLate(false);
    };
  }, [goesOn]);
  return isLate;
}
