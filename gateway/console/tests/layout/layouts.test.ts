import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Layouts } from "../../src/layout/layouts";

const kept = new Map<string, string>();
// Object.keys of a storage are the names of what it holds.
const storage = new Proxy({ getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value), removeItem: (key: string) => void kept.delete(key) }, {
  ownKeys: () => [...kept.keys()],
  getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
});

beforeEach(() => {
  kept.clear();
  vi.stubGlobal("localStorage", storage);
  vi.stubGlobal("location", new URL("http://desk/?layout=nacht"));
  vi.stubGlobal("history", { replaceState: () => undefined });
});
afterEach(() => vi.unstubAllGlobals());

test("an arrangement of one's own is thrown away, and the desk stands there", () => {
  const layouts = new Layouts("ans");
  layouts.keep({} as never);
  layouts.forget();

  expect([layouts.state, kept.size]).toEqual([{ current: "desk", names: ["desk", "wall"], forgotten: 1 }, 0]);
});

test("one that comes along is as it came, and those of others stay", () => {
  const layouts = new Layouts("ans");
  layouts.keep({} as never);
  layouts.show("wall");
  layouts.keep({} as never);
  layouts.forget();

  expect([layouts.state, layouts.read("wall")]).toEqual([{ current: "wall", names: ["desk", "wall", "nacht"], forgotten: 1 }, undefined]);
});
