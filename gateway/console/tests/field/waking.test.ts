import { expect, test, vi } from "vitest";
import { keysOf, wakeOn } from "../../src/field/phone/waking";

const endpoint = "https://push.example.org/1";
const keys: Record<string, ArrayBuffer> = { p256dh: new Uint8Array([4, 1, 2]).buffer, auth: new Uint8Array([9]).buffer };

test("a subscription is told as the contract takes it", () => {
  expect(keysOf({ endpoint, getKey: (name) => keys[name] ?? null })).toEqual({ endpoint, publicKey: new Uint8Array([4, 1, 2]), authSecret: new Uint8Array([9]) });
});

test("one without keys cannot be used", () => {
  expect(keysOf({ endpoint, getKey: () => null })).toBeUndefined();
});

const device = { endpoint, publicKey: new Uint8Array([4]), authSecret: new Uint8Array([9]) };

test("a phone that was woken before is woken on", async () => {
  const register = vi.fn(() => Promise.resolve());

  expect([await wakeOn(() => Promise.resolve(device), register), register.mock.calls]).toEqual(["on", [[device]]]);
});

test.each([
  ["it was not", () => Promise.resolve(undefined), () => Promise.resolve()],
  ["the browser does not say", () => Promise.reject(new Error("no")), () => Promise.resolve()],
  ["the platform does not take it", () => Promise.resolve(device), () => Promise.reject(new Error("no"))],
])("when %s the key is off and can be pressed", async (_, find, register) => expect(await wakeOn(find, register)).toBe("off"));
