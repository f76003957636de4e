import { useEffect, useState } from "react";

/** Keeps the screen on while somebody wants that: with the screen off a browser sends no position and makes no sound. */
export function useScreenOn() {
  const [isWanted, setWanted] = useState(false);
  const [isOn, setOn] = useState(false);
  useEffect(() => {
    if (!isWanted) return undefined;
    let lock: WakeLockSentinel | undefined;
    // A browser lets go of it whenever the page is hidden.
    const hold = async () => {
      if (document.visibilityState !== "visible") return;
      lock = await navigator.wakeLock.request("screen");
      lock.addEventListener("release", () => setOn(false));
      setOn(true);
    };
    const tryToHold = () => void hold().catch(() => setOn(false)); // refused, as on an empty battery
    tryToHold();
    document.addEventListener("visibilitychange", tryToHold);
    return () => {
      document.removeEventListener("visibilitychange", tryToHold);
      void lock?.release();
    };
  }, [isWanted]);
  return { isPossible: "wakeLock" in navigator, isOn: isWanted && isOn, toggle: () => setWanted(!isWanted) };
}
