import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { HealthAnswer } from "../../src/platform/health";
import { HealthWatch } from "../../src/platform/healthWatch";

beforeEach(() => void vi.useFakeTimers({ now: 1_000 }));
afterEach(() => void vi.useRealTimers());

const well: HealthAnswer = { services: [{ name: "dispatch", takesCalls: true, replicas: [] }] };
const replica = (name: string, ready: boolean) => ({ name, ready, answered: ready, parts: [] });
const dispatch = (...replicas: ReturnType<typeof replica>[]): HealthAnswer => ({ services: [{ name: "dispatch", takesCalls: true, replicas }] });
const away: HealthAnswer = { failure: { reason: "NO_ANSWER", dutch: "", english: "", metadata: {}, fields: [], traceId: "", inDoubt: true } };

test("what was keeps its time when nothing comes any more, and is replaced when it does", async () => {
  const answers = [well, away, well];
  const watch = new HealthWatch(() => Promise.resolve(answers.shift() ?? away));

  const stop = watch.start();
  await vi.advanceTimersByTimeAsync(0);
  expect([watch.state.knownAt, watch.state.failure]).toEqual([1_000, undefined]);
  await vi.advanceTimersByTimeAsync(5_000);
  expect([watch.state.services.length, watch.state.knownAt, watch.state.failure?.reason]).toEqual([1, 1_000, "NO_ANSWER"]);
  await vi.advanceTimersByTimeAsync(5_000);
  expect([watch.state.knownAt, watch.state.failure]).toEqual([11_000, undefined]);

  stop();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(watch.state.knownAt).toBe(11_000);
});

test("since when a replica is as it is, is kept until it is otherwise", async () => {
  const answers = [dispatch(replica("a", true), replica("b", true)), dispatch(replica("a", false), replica("b", true)), away, dispatch(replica("a", false), replica("b", true))];
  const watch = new HealthWatch(() => Promise.resolve(answers.shift() ?? away));

  const stop = watch.start();
  await vi.advanceTimersByTimeAsync(15_000);

  expect([...watch.state.since]).toEqual([["a", 6_000], ["b", 1_000]]);
  stop();
});
