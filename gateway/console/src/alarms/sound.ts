import { Store } from "../time/store";
import type { AlarmKind } from "./alarms";

/** Tones of an alarm: hertz and seconds, one after another. They differ in pitch and in rhythm. */
const tones: Readonly<Record<AlarmKind, readonly (readonly [number, number])[]>> = {
  urgent: [[880, 0.18], [660, 0.18], [880, 0.18], [660, 0.18]],
  speech: [[1_040, 0.1], [0, 0.06], [1_040, 0.1], [0, 0.06], [1_040, 0.1]],
  lost: [[300, 0.4], [220, 0.5]],
  ended: [[300, 0.4], [220, 0.5]],
};

const volume = 0.25;

const lock = "handhaving-sound";
const touches = ["pointerdown", "keydown"] as const;

export interface SoundState {
  /** Whether some window of this browser makes the sounds. */
  isMade: boolean;
}

/** Sounds for all windows of this browser: one makes them, the first that somebody touched, and the next when it closes. A window that nobody touched may not sound, and leaves it to another. */
export class Sound extends Store<SoundState> {
  private context: AudioContext | undefined;
  private isMine = false;

  constructor() {
    super({ isMade: false });
    if (this.isAllowed) this.claim();
    else for (const touch of touches) addEventListener(touch, this.touched);
    void this.look();
  }

  /** Looks whether the sounds are made. */
  look = async (): Promise<void> => {
    const { held = [] } = await navigator.locks.query();
    const isMade = held.some(({ name }) => name === lock);
    if (isMade !== this.state.isMade) this.set({ isMade });
  };

  /** Until somebody touched a key or the page, a browser lets no sound through. */
  get isAllowed(): boolean {
    return navigator.userActivation.hasBeenActive;
  }

  play = (kind: AlarmKind): void => {
    if (this.isMine) this.test(kind);
    void this.look();
  };

  private touched = (): void => {
    if (!this.isAllowed) return; // as of a key that says nothing to a browser, like Escape
    for (const touch of touches) removeEventListener(touch, this.touched);
    this.claim();
  };

  private claim(): void {
    void navigator.locks.request(lock, () => {
      this.isMine = true;
      this.set({ isMade: true });
      return new Promise<void>(() => undefined); // for as long as this window is open
    });
  }

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
