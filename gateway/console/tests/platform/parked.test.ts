import { create } from "@bufbuild/protobuf";
import { Code, ConnectError } from "@connectrpc/connect";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ParkedMessageSchema, type ParkedMessage } from "../../src/generated/handhaving/access/v1/operations_pb";
import { ListParkedMessagesResponseSchema } from "../../src/generated/handhaving/dispatch/v1/parking_service_pb";
import { Parked, outcomeOf } from "../../src/platform/parked";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const message = (name: string, more: { at?: bigint; replayed?: boolean; discarded?: boolean } = {}) =>
  create(ParkedMessageSchema, { name, parkTime: { seconds: more.at ?? 0n }, ...(more.replayed && { replayTime: {} }), ...(more.discarded && { discardTime: {} }) });

function answering(...answers: (ParkedMessage[] | Error)[]) {
  const listParkedMessages = vi.fn(() => {
    const next = answers.shift() ?? [];
    return next instanceof Error ? Promise.reject(next) : Promise.resolve(create(ListParkedMessagesResponseSchema, { messages: next }));
  });
  return { parked: new Parked({ listParkedMessages }), listParkedMessages };
}

const names = (parked: Parked) => parked.state.messages.map(({ name }) => name);

test("what waits for somebody comes first, the latest before the earlier", async () => {
  const { parked } = answering([message("discarded", { replayed: true, discarded: true }), message("replayed", { replayed: true }), message("old", { at: 1n }), message("new", { at: 2n })]);

  await parked.read("municipalities/0888");

  expect([parked.state.phase, names(parked)]).toEqual(["read", ["new", "old", "replayed", "discarded"]]);
  expect(parked.state.messages.map(outcomeOf)).toEqual(["waits", "waits", "replayed", "discarded"]);
});

test("after a replay it looks again, since the message may come back", async () => {
  const { parked, listParkedMessages } = answering([message("one")], [message("one", { at: 9n })]);
  await parked.read("municipalities/0888");

  parked.changed(message("one", { replayed: true }));
  expect(parked.state.messages.map(outcomeOf)).toEqual(["replayed"]);
  await vi.advanceTimersByTimeAsync(3_000);

  expect([listParkedMessages.mock.calls.length, parked.state.messages.map(outcomeOf)]).toEqual([2, ["waits"]]);
});

test("of another municipality nothing is shown as this one's, and what fails keeps what is known", async () => {
  const { parked } = answering([message("one")], new ConnectError("away", Code.Unavailable), new ConnectError("away", Code.Unavailable));
  await parked.read("municipalities/0888");

  await parked.read("municipalities/0888");
  expect([parked.state.phase, names(parked)]).toEqual(["failed", ["one"]]);
  await parked.read("municipalities/0971");
  expect([parked.state.phase, names(parked), parked.state.failure?.reason]).toEqual(["failed", [], "NO_ANSWER"]);
});
