import { expect, test } from "vitest";
import { keysOf } from "../../src/field/phone/waking";

const endpoint = "https://push.example.org/1";
const keys: Record<string, ArrayBuffer> = { p256dh: new Uint8Array([4, 1, 2]).buffer, auth: new Uint8Array([9]).buffer };

test("a subscription is told as the contract takes it", () => {
  expect(keysOf({ endpoint, getKey: (name) => keys[name] ?? null })).toEqual({ endpoint, publicKey: new Uint8Array([4, 1, 2]), authSecret: new Uint8Array([9]) });
});

test("one without keys cannot be used", () => {
  expect(keysOf({ endpoint, getKey: () => null })).toBeUndefined();
});
