import { useEffect } from "react";
import { useField } from "../field";

const again = 6_000; // milliseconds between two soundings
const buzz = [300, 150, 300, 150, 600]; // milliseconds on and off

/** What happens when an offer is on the screen for the first time, and for as long as it stands: it sounds and trembles. */
export function useOffered(assignment: string, stands: boolean): void {
  const { sound } = useField();
  useEffect(() => {
    if (!stands) return undefined;
    const ring = () => {
      sound.play("urgent");
      if (sound.isAllowed && "vibrate" in navigator) navigator.vibrate(buzz);
    };
    ring();
    const ringing = setInterval(ring, again);
    return () => clearInterval(ringing);
  }, [assignment, stands, sound]);
}
