import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Outbox } from "../../src/field/unsent/outbox";
import { Device, kindsOf } from "./device";

const assignment = "municipalities/0888/incidents/1/assignments/2";
const enRoute = { kind: "enRoute", assignment } as const;
const onScene = { kind: "onScene", assignment } as const;

let device: Device;
let outbox: Outbox;
const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

beforeEach(() => {
  vi.useFakeTimers();
  device = new Device();
  outbox = device.open();
});
afterEach(() => {
  outbox.stop();
  vi.useRealTimers();
});

test.each(["{\"not\": \"ended", "null", "7", "[null]", "{}"])("kept text that is no list of steps, %s, is set aside and said, and what comes after it is sent", async (text) => {
  device.text = text;
  outbox = device.open();
  expect([outbox.state.unsent, outbox.state.aside]).toEqual([[], 1]);

  outbox.add(enRoute, "2027-000001", 1_000);
  await pass(0);

  expect([kindsOf(device.taken), outbox.state.unsent, outbox.state.aside, device.text]).toEqual([["enRoute"], [], 1, "[]"]);
});

test("a step of a later version is kept aside, holds nothing up, and is sent by a version that knows it", async () => {
  const known = { requestId: "2", at: 2_000, about: "2027-000001", step: onScene };
  const future = { requestId: "1", at: 1_000, about: "2027-000001", step: { kind: "future", assignment } };
  device.text = JSON.stringify([future, known]);
  outbox = device.open();
  await outbox.flush();
  expect([kindsOf(device.taken), outbox.state.unsent, JSON.parse(device.aside ?? "")]).toEqual([["onScene"], [], [future]]);

  device.aside = JSON.stringify([{ ...future, step: enRoute }]);
  outbox = device.open();
  await outbox.flush();

  expect([kindsOf(device.taken), device.aside, outbox.state.aside]).toEqual([["onScene", "enRoute"], "[]", 0]);
});

test("what cannot be read is thrown away by who says so", () => {
  device.text = "broken";
  outbox = device.open();

  outbox.discardAside();

  expect([outbox.state.aside, device.open().state.aside]).toEqual([0, 0]);
});

test("a send that fails at once, and a lock that is refused, end no sending for ever", async () => {
  device.answer = () => { throw new Error("at once"); };
  let isRefused = true;
  outbox = device.open((act) => isRefused ? Promise.reject(new DOMException("no", "InvalidStateError")) : act());
  outbox.add(enRoute, "2027-000001", 1_000);
  await pass(0);
  isRefused = false;
  await pass(1_000);
  device.answer = () => undefined;
  await pass(5_000);

  expect([kindsOf(device.taken), outbox.state.unsent]).toEqual([["enRoute"], []]);
});
