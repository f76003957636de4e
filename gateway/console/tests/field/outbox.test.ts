import { Code, ConnectError } from "@connectrpc/connect";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Outbox } from "../../src/field/unsent/outbox";
import type { Unsent } from "../../src/field/unsent/step";
import { ErrorInfoSchema } from "../../src/generated/google/rpc/error_details_pb";
import { Device, kindsOf } from "./device";

const assignment = "municipalities/0888/incidents/1/assignments/2";
const enRoute = { kind: "enRoute", assignment } as const;
const onScene = { kind: "onScene", assignment } as const;
const note = { kind: "note", incident: "municipalities/0888/incidents/1", text: "hek open" } as const;
const refused = (reason: string, code = Code.FailedPrecondition) => new ConnectError("no", code, undefined, [{ desc: ErrorInfoSchema, value: { reason, domain: "handhaving", metadata: {} } }]);

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

test("a step is kept before it is sent, and gone when it is taken", async () => {
  outbox.add(enRoute, "2027-000001", 1_000);
  expect(kindsOf(JSON.parse(device.text ?? "[]") as Unsent[])).toEqual(["enRoute"]);

  await pass(0);

  expect([kindsOf(device.taken), device.text, kindsOf(outbox.state.sent)]).toEqual([["enRoute"], "[]", ["enRoute"]]);
});

test("without a network steps wait in their order, with the time at which they happened, and go under the same ids when it is back", async () => {
  device.answer = () => new TypeError("Failed to fetch");
  outbox.add(enRoute, "2027-000001", 1_000);
  await pass(0);
  outbox.add(onScene, "2027-000001", 60_000);
  outbox.add(note, "2027-000001", 61_000);
  await pass(30_000);
  const waiting = outbox.state.unsent;
  expect([kindsOf(waiting), outbox.state.waitsFor?.reason]).toEqual([["enRoute", "onScene", "note"], "NO_ANSWER"]);

  device.answer = () => undefined;
  await outbox.flush();

  expect(device.taken).toEqual(waiting);
  expect(device.taken.map(({ at }) => at)).toEqual([1_000, 60_000, 61_000]);
  expect(new Set(device.tried.filter(({ step }) => step.kind === "enRoute").map(({ requestId }) => requestId)).size).toBe(1);
  expect([outbox.state.unsent, outbox.state.waitsFor]).toEqual([[], undefined]);
});

test("it tries again by itself", async () => {
  device.answer = () => new ConnectError("gone", Code.Unavailable);
  outbox.add(enRoute, "2027-000001", 1_000);
  await pass(500);
  device.answer = () => undefined;
  await pass(1_000);

  expect(kindsOf(device.taken)).toEqual(["enRoute"]);
});

test("a reload loses nothing", async () => {
  device.answer = () => new TypeError("Failed to fetch");
  outbox.add(enRoute, "2027-000001", 1_000);
  outbox.add(onScene, "2027-000001", 2_000);
  await pass(0);
  const before = outbox.state.unsent;
  outbox.stop();

  device.answer = () => undefined;
  outbox = device.open();
  expect(outbox.state.unsent).toEqual(before);
  await outbox.flush();

  expect(device.taken).toEqual(before);
});

test("an ended sign-in is no refusal: the steps wait", async () => {
  device.answer = () => refused("TOKEN_EXPIRED", Code.Unauthenticated);
  outbox.add(enRoute, "2027-000001", 1_000);
  await pass(0);

  expect([outbox.state.unsent[0]?.refusal, outbox.state.waitsFor?.reason]).toEqual([undefined, "TOKEN_EXPIRED"]);
});

test("a refused step stays, says why, and what comes after it waits until a person decided", async () => {
  device.answer = ({ step }) => (step.kind === "enRoute" ? refused("TRANSITION_NOT_ALLOWED") : undefined);
  outbox.add(enRoute, "2027-000001", 1_000);
  outbox.add(onScene, "2027-000001", 2_000);
  await pass(60_000);
  expect([kindsOf(outbox.state.unsent), outbox.state.unsent[0]?.refusal?.reason, device.tried.length]).toEqual([["enRoute", "onScene"], "TRANSITION_NOT_ALLOWED", 1]);

  outbox.discard(outbox.state.unsent[0]?.requestId ?? "");
  await pass(0);

  expect([kindsOf(device.taken), outbox.state.unsent]).toEqual([["onScene"], []]);
});

test("a refused step can be tried once more, under its own id, also after a reload", async () => {
  device.answer = () => refused("TRANSITION_NOT_ALLOWED");
  outbox.add(enRoute, "2027-000001", 1_000);
  await pass(0);
  outbox = device.open();
  const [kept] = outbox.state.unsent;
  expect(kept?.refusal?.reason).toBe("TRANSITION_NOT_ALLOWED");

  device.answer = () => undefined;
  outbox.retry(kept?.requestId ?? "");
  await pass(0);

  expect(device.taken.map(({ requestId }) => requestId)).toEqual([kept?.requestId]);
});

test("a device that keeps nothing says so, and the step is sent all the same", async () => {
  device.write = () => { throw new DOMException("full", "QuotaExceededError"); };
  device.answer = () => new TypeError("Failed to fetch");
  outbox.add(enRoute, "2027-000001", 1_000);
  await pass(0);
  expect([outbox.state.isKept, kindsOf(outbox.state.unsent)]).toEqual([false, ["enRoute"]]);

  device.answer = () => undefined;
  await outbox.flush();

  expect([kindsOf(device.taken), outbox.state.unsent]).toEqual([["enRoute"], []]);
});

test("what another window sent is not sent again", async () => {
  device.answer = () => new TypeError("Failed to fetch");
  outbox.add(enRoute, "2027-000001", 1_000);
  await pass(0);
  const other = device.open();
  device.answer = () => undefined;
  await other.flush();
  await outbox.flush();

  expect([device.taken.length, outbox.state.unsent]).toEqual([1, []]);
});

test("an outcome that is chosen again goes in its place with its time, and what comes after follows", async () => {
  const clear = { kind: "clear", assignment, disposition: "boete" } as const;
  device.answer = ({ step }) => step.kind === "clear" && step.disposition === "boete" ? refused("UNKNOWN_DISPOSITION") : undefined;
  outbox.add(clear, "2027-000001", 1_000);
  outbox.add(note, "2027-000001", 2_000);
  await pass(0);
  const [first] = outbox.state.unsent;
  expect([first?.refusal?.reason, outbox.state.unsent.length]).toEqual(["UNKNOWN_DISPOSITION", 2]);

  outbox.mend(first?.requestId ?? "", { ...clear, disposition: "niets" });
  await pass(0);

  expect(device.taken.map(({ step, at }) => [step, at])).toEqual([[{ ...clear, disposition: "niets" }, 1_000], [note, 2_000]]);
  expect(device.taken[0]?.requestId).not.toBe(first?.requestId);
  expect(outbox.state.unsent).toEqual([]);
});
