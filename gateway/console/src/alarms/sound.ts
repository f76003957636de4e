import type { AlarmKind } from "./alarms";

/** Tones of an alarm: hertz and seconds, one after another. They differ in pitch and in rhythm. */
const tones: Readonly<Record<AlarmKind, readonly (readonly [number, number])[]>> = {
  urgent: [[880, 0.18], [660, 0.18], [880, 0.18], [660, 0.18]],
  speech: [[1_040, 0.1], [0, 0.06], [1_040, 0.1], [0, 0.06], [1_040, 0.1]],
  lost: [[300, 0.4], [220, 0.5]],
};

const volume = 0.25;

/** Sounds for all windows of this browser: the first to open makes them, and the next when it closes. */
export class Sound {
  private context: AudioContext | undefined;
  private isMine = false;

  constructor() {
    void navigator.locks.request("handhaving-sound", () => {
      this.isMine = true;
      return new Promise<void>(() => undefined); // for as long as this window is open
    });
  }

  /** Until somebody touched a key or the page, a browser lets no sound through. */
  get isAllowed(): boolean {
    return navigator.userActivation.hasBeenActive;
  }

  play = (kind: AlarmKind): void => {
    if (this.isMine) this.test(kind);
  };

  /** Sounds on this window, whichever makes the sounds. */
  test = (kind: AlarmKind): void => {
    if (!this.isAllowed) return;
    const context = (this.context ??= new AudioContext());
    let at = context.currentTime + 0.02;
    for (const [hertz, seconds] of tones[kind]) {
      if (hertz > 0) tone(context, hertz, at, seconds);
      at += seconds;
    }
  };
}

function tone(context: AudioContext, hertz: number, at: number, seconds: number): void {
  const oscillator = new OscillatorNode(context, { frequency: hertz, type: "square" });
  const gain = new GainNode(context, { gain: volume });
  oscillator.connect(gain).connect(context.destination);
  oscillator.start(at);
  oscillator.stop(at + seconds);
}
