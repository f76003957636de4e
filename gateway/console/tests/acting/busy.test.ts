import { Code, ConnectError } from "@connectrpc/connect";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Acts } from "../../src/acting/acts";

let acts: Acts;
beforeEach(() => {
  vi.useFakeTimers();
  acts = new Acts(() => undefined);
});
afterEach(() => vi.useRealTimers());

const settled = async <Answer>(promise: Promise<Answer>): Promise<Answer> => {
  await vi.runAllTimersAsync();
  return await promise;
};

test("another thing asked while one is on its way is refused aloud, and can be asked again; the same again is the same", async () => {
  const sent: string[] = [];
  const send = (what: string) => () => new Promise<string>((answer) => setTimeout(() => { sent.push(what); answer(what); }, 100));

  const first = acts.run("incident", "noted one", send("one"));
  await acts.run("incident", "noted one", send("one"));
  expect(acts.state.troubles.size).toBe(0);
  await acts.run("incident", "noted two", send("two"));
  expect(acts.state.troubles.get("incident")?.failure).toBe("busy");
  expect(await settled(first)).toBe("one");

  acts.state.troubles.get("incident")?.retry?.();
  await vi.runAllTimersAsync();
  expect([sent, acts.state.troubles.size]).toEqual([["one", "two"], 0]);
});

test("what was asked meanwhile stays behind the refusal of what it waited for", async () => {
  const first = acts.run("incident", "one", () => new Promise((_, refuse) => setTimeout(() => refuse(new ConnectError("changed", Code.Aborted)), 100)));
  await acts.run("incident", "two", () => Promise.resolve("two"));
  await settled(first);
  expect(acts.state.troubles.get("incident")?.failure).not.toBe("busy");

  acts.putAway("incident");
  expect(acts.state.troubles.get("incident")?.failure).toBe("busy");
  acts.putAway("incident");
  expect(acts.state.troubles.size).toBe(0);
});

test("two notes are two things, though the same is said of both", async () => {
  const sent: string[] = [];
  const send = (text: string) => () => new Promise<void>((answer) => setTimeout(() => { sent.push(text); answer(); }, 100));

  const first = acts.run("incident", "noted", send("one"), "one");
  await acts.run("incident", "noted", send("two"), "two");
  expect(acts.state.troubles.get("incident")?.failure).toBe("busy");
  await settled(first);
  acts.state.troubles.get("incident")?.retry?.();
  await vi.runAllTimersAsync();
  expect(sent).toEqual(["one", "two"]);
});
