import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Sound } from "../../src/alarms/sound";

// Windows of one browser, that share its locks; each has its own touch.
const held = new Set<string>();
let free: (() => void)[] = [];
const locks = {
  request: (name: string, act: () => Promise<void>) => {
    const take = () => { held.add(name); void act(); };
    if (held.has(name)) free.push(take);
    else take();
    return Promise.resolve();
  },
  query: () => Promise.resolve({ held: [...held].map((name) => ({ name })) }),
};
let touched: Set<string>;
let window: string;
let listeners: Map<string, () => void>;
let played: string[];

const openWindow = (name: string): Sound => {
  window = name;
  return new Sound();
};
const touch = (name: string) => {
  window = name;
  touched.add(name);
  listeners.get(name)?.();
};
const hear = (sound: Sound, name: string) => {
  window = name;
  sound.play("urgent");
};

beforeEach(() => {
  held.clear();
  free = [];
  played = [];
  touched = new Set();
  listeners = new Map();
  vi.stubGlobal("navigator", { locks, get userActivation() { return { hasBeenActive: touched.has(window) }; } });
  vi.stubGlobal("addEventListener", (_: string, act: () => void) => listeners.set(window, act));
  vi.stubGlobal("removeEventListener", () => listeners.delete(window));
  vi.stubGlobal("AudioContext", class { currentTime = 0; destination = {}; });
  const node = class { connect = (next: unknown) => next; start = () => { played.push(window); }; stop = () => undefined; };
  vi.stubGlobal("OscillatorNode", node);
  vi.stubGlobal("GainNode", node);
});
afterEach(() => vi.unstubAllGlobals());

test("a window that nobody touched leaves the sound to the one that somebody works on, and knows that it is made", async () => {
  const [wall, desk] = [openWindow("wall"), openWindow("desk")];
  hear(wall, "wall");
  await vi.waitFor(() => expect(wall.state.isMade).toBe(false));

  touch("desk");
  hear(wall, "wall");
  hear(desk, "desk");
  await vi.waitFor(() => expect([wall.state.isMade, desk.state.isMade]).toEqual([true, true]));
  expect(new Set(played)).toEqual(new Set(["desk"]));
});

test("of two windows that were touched one sounds, and the other when that one closes", () => {
  const [one, two] = [openWindow("one"), openWindow("two")];
  touch("one");
  touch("two");
  hear(one, "one");
  hear(two, "two");
  expect(new Set(played)).toEqual(new Set(["one"]));

  held.clear();
  free[0]?.();
  hear(two, "two");
  expect(new Set(played)).toEqual(new Set(["one", "two"]));
});
