import { Code, ConnectError } from "@connectrpc/connect";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Acts } from "../../src/acting/acts";
import { adviceOf } from "../../src/acting/advice";
import { failureOf } from "../../src/contracts/failure";
import { ErrorInfoSchema, LocalizedMessageSchema } from "../../src/generated/google/rpc/error_details_pb";

const refusal = (reason: string, code = Code.Aborted, metadata: Record<string, string> = {}) =>
  new ConnectError("in English", code, undefined, [
    { desc: ErrorInfoSchema, value: { reason, domain: "handhaving", metadata } },
    { desc: LocalizedMessageSchema, value: { locale: "nl", message: "in het Nederlands" } },
  ]);

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

test("what succeeds is told, with its answer", async () => {
  expect(await settled(acts.run("incident", "done", () => Promise.resolve(7)))).toBe(7);
  expect([acts.state.said, acts.state.busy.size, acts.state.troubles.size]).toEqual(["done", 0, 0]);
});

test.each(["offline", "signInEnded"] as const)("%s: nothing is sent, and it says so", async (hindrance) => {
  const send = vi.fn(() => Promise.resolve(1));
  acts = new Acts(() => hindrance);

  expect(await settled(acts.run("incident", "done", send))).toBeUndefined();
  expect([send.mock.calls.length, acts.state.troubles.get("incident")]).toEqual([0, { failure: hindrance, retry: undefined }]);
});

test("an answer that is lost is asked for again under the same request id", async () => {
  const ids: string[] = [];
  const send = (id: string) => (ids.push(id) < 3 ? Promise.reject(new ConnectError("gone", Code.Unavailable)) : Promise.resolve("ok"));

  expect(await settled(acts.run("incident", "done", send))).toBe("ok");
  expect([ids.length, new Set(ids).size]).toEqual([3, 1]);
});

test("what stays in doubt can be tried again, still under that id", async () => {
  const ids: string[] = [];
  let answers = false;
  const send = (id: string) => {
    ids.push(id);
    return answers ? Promise.resolve("ok") : Promise.reject(new ConnectError("late", Code.DeadlineExceeded));
  };

  await settled(acts.run("incident", "done", send));
  const trouble = acts.state.troubles.get("incident");
  answers = true;
  trouble?.retry?.();
  await vi.runAllTimersAsync();

  expect([trouble?.failure, acts.state.said, new Set(ids).size]).toEqual([expect.objectContaining({ inDoubt: true }), "done", 1]);
});

test("a refusal is not tried again, and two intentions have two ids", async () => {
  const ids: string[] = [];
  const send = (id: string) => {
    ids.push(id);
    return Promise.reject(refusal("UNIT_ALREADY_ASSIGNED", Code.Aborted, { winner: "centralist-wm-02" }));
  };

  await settled(acts.run("incident", "done", send));
  await settled(acts.run("incident", "done", send));

  expect([ids.length, new Set(ids).size]).toEqual([2, 2]);
  expect(acts.state.troubles.get("incident")).toMatchObject({ retry: undefined, failure: { reason: "UNIT_ALREADY_ASSIGNED", dutch: "in het Nederlands", metadata: { winner: "centralist-wm-02" } } });
});

test("a second act in the same place waits for nobody: it is not taken while one is under way", async () => {
  const first = acts.run("incident", "done", () => new Promise((resolve) => setTimeout(() => resolve(1), 100)));
  const second = acts.run("incident", "again", () => Promise.resolve(2));

  expect([await settled(second), await settled(first)]).toEqual([undefined, 1]);
});

test.each([
  [refusal("ETAG_MISMATCH"), "look"],
  [refusal("CREW_TOO_SMALL", Code.FailedPrecondition), "correct"],
  [refusal("TOKEN_EXPIRED", Code.Unauthenticated), "signIn"],
  [refusal("PERMISSION_MISSING", Code.PermissionDenied), "ask"],
  [refusal("INTERNAL", Code.Internal, { traceId: "abc" }), "report"],
  [refusal("TRY_AGAIN"), "doubt"],
  [new TypeError("Failed to fetch"), "doubt"],
  [new ConnectError("what is this", Code.DataLoss), "report"],
])("%s leads to: %s", (error, advice) => expect(adviceOf(failureOf(error))).toBe(advice));

test("a sign-in that is over leads to signing in, and is no lost connection", () => {
  expect([adviceOf("signInEnded"), adviceOf("offline")]).toEqual(["signIn", "offline"]);
});

test("an unknown error keeps the number under which it is found", () => {
  expect(failureOf(refusal("INTERNAL", Code.Internal, { traceId: "abc" })).traceId).toBe("abc");
});

test("a key that came too early is told of, until the next act or until it was read", async () => {
  acts.cameTooEarly("F9");
  expect(acts.state.tooEarly).toBe("F9");
  await settled(acts.run("incident", "done", () => Promise.resolve(1)));
  expect(acts.state.tooEarly).toBeUndefined();

  acts.cameTooEarly("F8");
  await vi.advanceTimersByTimeAsync(5000);
  expect(acts.state.tooEarly).toBeUndefined();
});

test("what an act means for others is told until it is put away or something else is done there", async () => {
  await settled(acts.run("incident", "moved", () => Promise.resolve({ consequences: ["Eenheid BEE-1 rijdt naar de oude plaats."] })));
  expect(acts.state.told.get("incident")).toEqual(["Eenheid BEE-1 rijdt naar de oude plaats."]);
  acts.putAway("incident");
  expect(acts.state.told.size).toBe(0);

  await settled(acts.run("incident", "moved", () => Promise.resolve({ consequences: ["iets"] })));
  await settled(acts.run("incident", "note", () => Promise.resolve({ consequences: [] })));
  expect(acts.state.told.size).toBe(0);
});

test("a form goes away when its act was done or is in doubt, and stays when it was refused", async () => {
  const answerTo = async (send: () => Promise<unknown>) => acts.isTaken("incident", await settled(acts.run("incident", "done", send)));

  expect(await answerTo(() => Promise.resolve({}))).toBe(true);
  expect(await answerTo(() => Promise.reject(refusal("ETAG_MISMATCH")))).toBe(false);
  expect(await answerTo(() => Promise.reject(new ConnectError("late", Code.DeadlineExceeded)))).toBe(true);
});

test("a place is busy until what was done there is on the screen, and takes what is asked by other ways meanwhile", async () => {
  let show = (): void => undefined;
  acts = new Acts(() => undefined, (answer) => (answer === "first" ? new Promise((resolve) => { show = resolve; }) : undefined));

  expect(await settled(acts.run("incident", "one", () => Promise.resolve("first")))).toBe("first");
  expect(acts.state.busy.has("incident")).toBe(true);
  expect(await settled(acts.run("incident", "two", () => Promise.resolve("second")))).toBe("second");
  expect([acts.state.busy.has("incident"), acts.state.troubles.size]).toEqual([true, 0]);

  show();
  await vi.runAllTimersAsync();
  expect(acts.state.busy.size).toBe(0);
});

test("what is refused frees its place at once", async () => {
  acts = new Acts(() => undefined, () => new Promise(() => undefined));

  await settled(acts.run("incident", "done", () => Promise.reject(refusal("ETAG_MISMATCH"))));

  expect(acts.state.busy.size).toBe(0);
});
