import { useEffect } from "react";
import type { AlarmKind } from "../../alarms/alarms";
import { useField } from "../field";

const again = 6_000; // milliseconds between two soundings
const buzz = [300, 150, 300, 150, 600]; // milliseconds on and off

/**
 * Sounds and trembles, at once and again, for as long as it stands.
 * @param about what it is about: something else begins anew.
 */
export function useRinging(kind: AlarmKind, about: string, stands: boolean): void {
  const { sound } = useField();
  useEffect(() => {
    if (!stands) return undefined;
    const ring = () => {
      sound.play(kind);
      if (sound.isAllowed && "vibrate" in navigator) navigator.vibrate(buzz);
    };
    ring();
    const ringing = setInterval(ring, again);
    return () => clearInterval(ringing);
  }, [kind, about, stands, sound]);
}
